using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator;

/// <summary>A certificate authority of one's own in Apple's place, to develop and test with.</summary>
/// <remarks>
/// A root, an intermediate like Apple's WWDR, and pass type certificates like Apple's. Wallet on a phone does not trust them: it is
/// for simulated phones and tests. Thread-safe.
/// </remarks>
public sealed class DevelopmentAuthority : IDisposable
{
    private static readonly TimeSpan Backdating = TimeSpan.FromDays(1);

    private readonly TimeProvider _clock;

    private DevelopmentAuthority(X509Certificate2 root, X509Certificate2 intermediate, TimeProvider clock)
    {
        Root = root;
        Intermediate = intermediate;
        _clock = clock;
    }

    /// <summary>The root, with its key. It is what a simulated phone trusts.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>The intermediate that issues the pass type certificates, with its key.</summary>
    public X509Certificate2 Intermediate { get; }

    /// <summary>Makes a new authority, valid for twenty years (the intermediate ten).</summary>
    /// <param name="clock">The clock its validity begins by.</param>
    public static DevelopmentAuthority Create(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var start = clock.GetUtcNow() - Backdating;
        var root = DevelopmentCertificates.MakeRoot(start, start.AddYears(20));
        return new DevelopmentAuthority(root, DevelopmentCertificates.MakeIntermediate(root, start, start.AddYears(10)), clock);
    }

    /// <summary>Opens what <see cref="ExportPkcs12"/> saved.</summary>
    /// <param name="pkcs12">The saved bytes.</param>
    /// <param name="password">The password they were saved with.</param>
    /// <param name="clock">The clock new certificates begin by.</param>
    /// <exception cref="PassCertificateException">The bytes are no authority, or the password is wrong.</exception>
    public static DevelopmentAuthority FromPkcs12(ReadOnlySpan<byte> pkcs12, string? password, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var certificates = Pkcs12File.Open(pkcs12, password, exportable: true);
        var root = certificates.FirstOrDefault(certificate => certificate.HasPrivateKey && Issuance.IsIssuedBy(certificate, certificate));
        var intermediate = certificates.FirstOrDefault(certificate => certificate.HasPrivateKey && !ReferenceEquals(certificate, root));
        return root is not null && intermediate is not null
            ? new DevelopmentAuthority(root, intermediate, clock)
            : throw new PassCertificateException(PassCertificateProblem.NoPrivateKey, "This file is no development authority.");
    }

    /// <summary>The authority with its keys, to be kept; treat it as a secret.</summary>
    /// <param name="password">A password of the caller's.</param>
    public byte[] ExportPkcs12(string? password) =>
        new X509Certificate2Collection { Root, Intermediate }.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password);

    /// <summary>Issues a pass type certificate, with its key and the intermediate in one .p12.</summary>
    /// <param name="passTypeIdentifier">The pass type, such as <c>pass.com.example.coffee</c>.</param>
    /// <param name="teamIdentifier">The team.</param>
    /// <param name="password">The password of the .p12.</param>
    /// <param name="notBefore">The beginning of its validity; a day ago when not given.</param>
    /// <param name="notAfter">The end of its validity; in 395 days when not given, as with Apple's.</param>
    /// <param name="algorithm">The kind of key.</param>
    public byte[] IssuePassCertificate(
        string passTypeIdentifier,
        string teamIdentifier,
        string? password,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null,
        PassKeyAlgorithm algorithm = PassKeyAlgorithm.Rsa2048)
    {
        ArgumentNullException.ThrowIfNull(passTypeIdentifier);
        ArgumentNullException.ThrowIfNull(teamIdentifier);
        var start = notBefore ?? _clock.GetUtcNow() - Backdating;
        var end = notAfter ?? _clock.GetUtcNow().AddDays(395);
        using var leaf = DevelopmentCertificates.MakeLeaf(Intermediate, passTypeIdentifier, teamIdentifier, start, end, algorithm);
        using var issuer = X509CertificateLoader.LoadCertificate(Intermediate.RawDataMemory.Span);
        return new X509Certificate2Collection { leaf, issuer }.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password);
    }

    /// <summary>Issues a server's TLS certificate, with its key and the intermediate in one .p12.</summary>
    /// <param name="dnsName">The server's name; loopback addresses and <c>localhost</c> are added.</param>
    /// <param name="password">The password of the .p12.</param>
    public byte[] IssueServerCertificate(string dnsName, string? password)
    {
        ArgumentNullException.ThrowIfNull(dnsName);
        var now = _clock.GetUtcNow();
        using var leaf = DevelopmentCertificates.MakeServer(Intermediate, dnsName, now - Backdating, now.AddDays(395));
        using var issuer = X509CertificateLoader.LoadCertificate(Intermediate.RawDataMemory.Span);
        return new X509Certificate2Collection { leaf, issuer }.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password);
    }

    /// <summary>Lets go of the certificates and their keys.</summary>
    public void Dispose()
    {
        Root.Dispose();
        Intermediate.Dispose();
    }
}

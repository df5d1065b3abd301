using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator;

/// <summary>A certificate as read from its DER, kept for the next signature it comes with.</summary>
/// <remarks>
/// Passes come in thousands from few certificates, and to decode one with its key takes longer than to verify a signature. A
/// certificate never changes; what is kept is a few dozen of them, whoever sent them. Thread-safe.
/// </remarks>
internal sealed class KnownCertificate
{
    private const int Most = 64;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<ReadOnlyMemory<byte>, KnownCertificate> Known = new(new SameBytes());

    private readonly AsymmetricAlgorithm? _key;
    private readonly X509Certificate2 _certificate;

    // The issuer found last: its signature need not be verified again.
    private volatile KnownCertificate? _issuer;

    private KnownCertificate(ReadOnlySpan<byte> der)
    {
        _certificate = X509CertificateLoader.LoadCertificate(der);
        _key = ReadKey(_certificate);
        Facts = PassCertificate.Read(_certificate);
        Unfitness = Facts.Unfitness(_certificate)?.Message;
        NotBefore = new DateTimeOffset(_certificate.NotBefore);
        NotAfter = new DateTimeOffset(_certificate.NotAfter);
        KeyIdentifier = _certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()?.SubjectKeyIdentifierBytes ?? default;
    }

    /// <summary>What it says about passes.</summary>
    public PassCertificate Facts { get; }

    /// <summary>Why passes cannot be signed with it, a sentence; null when they can.</summary>
    public string? Unfitness { get; }

    public DateTimeOffset NotBefore { get; }

    public DateTimeOffset NotAfter { get; }

    public ReadOnlySpan<byte> IssuerName => _certificate.IssuerName.RawData;

    public ReadOnlyMemory<byte> SerialNumber => _certificate.SerialNumberBytes;

    /// <summary>Empty when it does not say.</summary>
    public ReadOnlyMemory<byte> KeyIdentifier { get; }

    /// <summary>The name for a sentence.</summary>
    public string Name => _certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    /// <exception cref="CryptographicException">It is no certificate.</exception>
    public static KnownCertificate Of(ReadOnlyMemory<byte> der)
    {
        lock (Gate)
        {
            if (Known.TryGetValue(der, out var known))
                return known;
        }

        var read = new KnownCertificate(der.Span);
        lock (Gate)
        {
            if (Known.Count >= Most)
                Known.Clear();
            Known[read._certificate.RawDataMemory] = read;
        }

        return read;
    }

    /// <summary>The certificate, for whoever asked for it to keep or dispose.</summary>
    public X509Certificate2 Copy() => new(_certificate);

    public bool IsIssuedBy(KnownCertificate issuer)
    {
        if (ReferenceEquals(_issuer, issuer))
            return true;
        if (!Issuance.IsIssuedBy(_certificate, issuer._certificate))
            return false;
        _issuer = issuer;
        return true;
    }

    /// <summary>True when its key made the signature; <see cref="SignatureAlgorithms.Verify"/>.</summary>
    public bool Verify(string? algorithm, HashAlgorithmName? digest, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        SignatureAlgorithms.Verify(_key, algorithm, digest, content, signature);

    private static AsymmetricAlgorithm? ReadKey(X509Certificate2 certificate)
    {
        try
        {
            return (AsymmetricAlgorithm?)certificate.GetRSAPublicKey() ?? certificate.GetECDsaPublicKey();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed class SameBytes : IEqualityComparer<ReadOnlyMemory<byte>>
    {
        public bool Equals(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other) => one.Span.SequenceEqual(other.Span);

        public int GetHashCode(ReadOnlyMemory<byte> bytes)
        {
            var hash = new HashCode();
            hash.AddBytes(bytes.Span);
            return hash.ToHashCode();
        }
    }
}

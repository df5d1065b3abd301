using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator.Tests.Support;

/// <summary>Certificates that are wrong in one way.</summary>
internal static class Certificates
{
    /// <summary>A leaf of the development authority for anything but passes.</summary>
    public static X509Certificate2 NotForPasses() =>
        DevelopmentCertificates.MakeServer(Development.Authority.Intermediate, "shop.example", DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

    /// <summary>A leaf with a subject and, if wanted, Apple's extension.</summary>
    public static X509Certificate2 WithSubject(string subject, string? extension)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = ForKey(key, subject, extension);
        return certificate.CopyWithPrivateKey(key);
    }

    /// <summary>The same for a key that is given, without it.</summary>
    public static X509Certificate2 ForKey(ECDsa key, string subject, string? extension)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        if (extension is not null)
            request.CertificateExtensions.Add(new X509Extension(Oids.PassTypeIdentifier, [0x0C, (byte)extension.Length, .. extension.Select(letter => (byte)letter)], critical: false));
        using var issuerKey = Development.Authority.Intermediate.GetRSAPrivateKey() ?? throw new InvalidOperationException("The intermediate has lost its key.");
        return request.Create(
            Development.Authority.Intermediate.SubjectName,
            X509SignatureGenerator.CreateForRSA(issuerKey, RSASignaturePadding.Pkcs1),
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(1),
            [1, 2, 3]);
    }

    /// <summary>An intermediate for a key that is given, without it.</summary>
    public static X509Certificate2 Authority(X509Certificate2 root, RSA key, DateTimeOffset start, DateTimeOffset end)
    {
        var request = new CertificateRequest("CN=Renewed", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.Create(root, start, end, [(byte)(1 + start.Day), (byte)end.Day]);
    }

    public static byte[] Pkcs12(params X509Certificate2[] certificates) =>
        new X509Certificate2Collection(certificates).ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, "secret");

    public static X509Certificate2 WithoutKey(X509Certificate2 certificate) => X509CertificateLoader.LoadCertificate(certificate.RawDataMemory.Span);
}

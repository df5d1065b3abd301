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
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        if (extension is not null)
            request.CertificateExtensions.Add(new X509Extension(Oids.PassTypeIdentifier, [0x0C, (byte)extension.Length, .. extension.Select(letter => (byte)letter)], critical: false));
        using var issuerKey = Development.Authority.Intermediate.GetRSAPrivateKey() ?? throw new InvalidOperationException("The intermediate has lost its key.");
        using var certificate = request.Create(
            Development.Authority.Intermediate.SubjectName,
            X509SignatureGenerator.CreateForRSA(issuerKey, RSASignaturePadding.Pkcs1),
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(1),
            [1, 2, 3]);
        return certificate.CopyWithPrivateKey(key);
    }

    public static byte[] Pkcs12(params X509Certificate2[] certificates) =>
        new X509Certificate2Collection(certificates).ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, "secret");

    public static X509Certificate2 WithoutKey(X509Certificate2 certificate) => X509CertificateLoader.LoadCertificate(certificate.RawDataMemory.Span);
}

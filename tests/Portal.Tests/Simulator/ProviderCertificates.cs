using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Tests.Simulator;

/// <summary>Makes the client certificates a provider may come with, the wrong ones too.</summary>
internal sealed class ProviderCertificates : IDisposable
{
    public const string Topic = "pass.example.boarding";
    public const string DevelopmentPush = "1.2.840.113635.100.6.3.1";

    private readonly ECDsa _rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public ProviderCertificates()
    {
        var request = new CertificateRequest("CN=Provider Root", _rootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-3), DateTimeOffset.UtcNow.AddYears(3));
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Issue(string subject = $"UID={Topic}, OU=TEAM123456, CN=Pass Type ID", int endsInDays = 30, string? extension = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        if (extension is not null) request.CertificateExtensions.Add(new X509Extension(extension, [0x05, 0x00], critical: false));
        var now = DateTimeOffset.UtcNow;
        using var issued = request.Create(Root, now.AddDays(-60), now.AddDays(endsInDays), RandomNumberGenerator.GetBytes(12));
        return issued.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        Root.Dispose();
        _rootKey.Dispose();
    }
}

using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Passbook.Generator;

namespace Portal.Benchmarks.Pushing;

/// <summary>Where pushes go and with which certificate: the same for the portal and for the bare loop.</summary>
internal sealed class PushService : IDisposable
{
    /// <summary>HTTP/2 connections, as many as the portal keeps of itself.</summary>
    public const int Connections = 4;

    public const string Password = "benchmark";

    private readonly DevelopmentAuthority _authority = DevelopmentAuthority.Create(TimeProvider.System);
    private readonly PassSigner _signer;
    private readonly X509Certificate2 _root;

    public PushService(ApnsServer apns)
    {
        Server = apns;
        Pkcs12 = _authority.IssuePassCertificate(PushedDevices.PassType, PushedDevices.Team, Password);
        _root = X509Certificate2.CreateFromPem(apns.Root);
        _signer = PassSigner.FromPkcs12(Pkcs12, Password);
    }

    public ApnsServer Server { get; }

    /// <summary>The certificate as it is uploaded.</summary>
    public byte[] Pkcs12 { get; }

    /// <summary>How the bare loop shows the certificate, and whom it trusts.</summary>
    public SslClientAuthenticationOptions Tls() => new()
    {
        ClientCertificateContext = SslStreamCertificateContext.Create(_signer.Certificate, [_signer.Intermediate], offline: true),
        CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { _root },
            RevocationMode = X509RevocationMode.NoCheck,
        },
    };

    public void Dispose()
    {
        _signer.Dispose();
        _root.Dispose();
        _authority.Dispose();
    }
}

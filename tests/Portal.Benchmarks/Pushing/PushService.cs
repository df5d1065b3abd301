using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Passbook.Generator;
using Portal.Push;

namespace Portal.Benchmarks.Pushing;

/// <summary>Where pushes go and with which certificate: the same for the portal and for the bare loop.</summary>
internal sealed class PushService : IPushCertificates, IDisposable
{
    /// <summary>HTTP/2 connections, as many as the portal keeps of itself.</summary>
    public const int Connections = 4;

    private readonly DevelopmentAuthority _authority = DevelopmentAuthority.Create(TimeProvider.System);
    private readonly PassSigner _signer;
    private readonly X509Certificate2 _root;

    public PushService(ApnsServer apns)
    {
        _root = X509Certificate2.CreateFromPem(apns.Root);
        _signer = PassSigner.FromPkcs12(_authority.IssuePassCertificate(PushedDevices.PassType, "TEAM123456", "benchmark"), "benchmark");
        Endpoint = new ApnsEndpoint(apns.Address, _root);
    }

    public ApnsEndpoint Endpoint { get; }

    ValueTask<PushCertificate?> IPushCertificates.FindAsync(int passTypeId, CancellationToken cancellationToken) =>
        new(new PushCertificate(_signer.Certificate, _signer.Intermediate));

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

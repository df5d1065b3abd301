using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Push;

/// <summary>Makes the handlers of one client: one HTTP/2 connection each, the signing certificate shown to the server.</summary>
/// <remarks>
/// HttpClient's own several connections fail hundreds of requests when streams run out (dotnet/runtime 132457), so each
/// handler keeps to one and there are several of them.
/// </remarks>
internal sealed class ApnsHandlers(ApnsEndpoint endpoint, PushCertificate certificate, ReconnectPacer reconnects)
{
    // Made once: with it the intermediate travels in the handshake, and no chain is looked for in the network.
    private readonly SslStreamCertificateContext _client =
        SslStreamCertificateContext.Create(certificate.Leaf, [certificate.Intermediate], offline: true);

    public HttpMessageInvoker Create() => new(
        new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            ConnectTimeout = ApnsConnection.PushTimeout,
            // Only a help: with all streams taken HttpClient does not act on a missing answer (dotnet/runtime 120179).
            KeepAlivePingDelay = TimeSpan.FromSeconds(60),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            ConnectCallback = ConnectAsync,
            SslOptions = new SslClientAuthenticationOptions { ClientCertificateContext = _client, CertificateChainPolicy = Trust() },
        },
        disposeHandler: true);

    private X509ChainPolicy? Trust() => endpoint.TrustedRoot is { } root
        ? new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { root },
            // A root of one's own publishes no revocation lists.
            RevocationMode = X509RevocationMode.NoCheck,
        }
        : null;

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        await reconnects.WaitAsync(cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Portal.Data.Devices;

namespace Portal.Push;

/// <summary>Keeps one <see cref="ApnsClient"/> for each pass type, with the certificate that is in use now.</summary>
public sealed partial class ApnsSender(
    Lazy<ApnsEndpoint> endpoint, IPushCertificates certificates, IOptions<ApnsOptions> options, TimeProvider time, ILogger<ApnsSender> logger)
    : IPushSender, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, ApnsClient?> _clients = [];

    public PushKind Kind => PushKind.Apple;

    /// <summary>The client of a pass type; null when it has no certificate, or one that is out of its time.</summary>
    public async ValueTask<IPushLine?> OpenAsync(int passTypeId, string topic, CancellationToken cancellationToken)
    {
        var certificate = await certificates.FindAsync(passTypeId, cancellationToken);
        if (certificate is { Leaf: var leaf } && !IsInItsTime(leaf))
            certificate = null;

        ApnsClient? replaced, current;
        lock (_lock)
        {
            if (_clients.TryGetValue(passTypeId, out var client) && client?.Thumbprint == certificate?.Leaf.Thumbprint)
                return client;
            replaced = client;
            current = certificate is null ? null : new ApnsClient(endpoint.Value, topic, certificate, options.Value.Connections, time, logger);
            _clients[passTypeId] = current;
        }

        if (current is null)
            Log.NoCertificate(logger, topic);
        replaced?.Retire();
        return current;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var client in _clients.Values)
                client?.Dispose();
            _clients.Clear();
        }
    }

    private bool IsInItsTime(X509Certificate2 certificate)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now >= certificate.NotBefore.ToUniversalTime() && now <= certificate.NotAfter.ToUniversalTime();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "No usable signing certificate for {Topic}: its pushes wait")]
        public static partial void NoCertificate(ILogger logger, string topic);
    }
}

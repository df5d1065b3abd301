using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Portal.Hosting.Connections;

/// <summary>Kestrel's sockets, with as many connections as <see cref="ConnectionLimit"/> leaves for all endpoints together.</summary>
internal sealed class LimitedTransport(SocketTransportFactory sockets) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private readonly OpenConnections? _open = ConnectionLimit.Read() is { } limit ? new(limit) : null;

    public bool CanBind(EndPoint endpoint) => sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var listener = await sockets.BindAsync(endpoint, cancellationToken);
        return _open is null ? listener : new LimitedListener(listener, _open);
    }
}

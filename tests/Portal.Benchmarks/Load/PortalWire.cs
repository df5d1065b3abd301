using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Portal.Benchmarks.Load;

/// <summary>The way to the portal, as a balancer leads it: each new connection goes to the next node that listens.</summary>
internal sealed class PortalWire(IReadOnlyList<PortalNode> nodes)
{
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private int _next;

    public SocketsHttpHandler Handler() => new()
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        UseProxy = false,
        // So that nodes which come back get their share.
        PooledConnectionLifetime = TimeSpan.FromSeconds(10),
        ConnectCallback = async (_, cancellationToken) => await ConnectAsync(cancellationToken),
    };

    /// <summary>Cuts every connection that is open now.</summary>
    public void Cut()
    {
        foreach (var socket in _open.Keys)
        {
            _open.TryRemove(socket, out _);
            socket.Dispose();
        }
    }

    private async Task<NetworkStream> ConnectAsync(CancellationToken cancellationToken)
    {
        var listening = nodes.Select(node => node.Address).OfType<Uri>().ToList();
        if (listening.Count == 0)
            throw new HttpRequestException("No node listens.");
        var address = listening[(Interlocked.Increment(ref _next) & int.MaxValue) % listening.Count];
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
            _open[socket] = true;
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Portal.Testing.Network;

/// <summary>A TCP proxy on loopback whose connections can be made half open: both ends still have one, and nothing passes.</summary>
public sealed class HalfOpenProxy : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentDictionary<ProxiedConnection, Task> _connections = new();
    private readonly EndPoint _target;
    private readonly Task _accepting;
    private int _opened;

    private HalfOpenProxy(IPEndPoint target, int port)
    {
        _target = target;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections so far.</summary>
    public int Opened => Volatile.Read(ref _opened);

    /// <summary>Connections that neither end has closed.</summary>
    public int Open => _connections.Count;

    /// <summary>Half-open connections that neither end has closed.</summary>
    public int Frozen => _connections.Keys.Count(connection => connection.IsFrozen);

    /// <summary>Whether new connections are half open from the start: they are taken, and not a byte passes.</summary>
    public bool Stalls { get; set; }

    /// <param name="target">A port of 127.0.0.1.</param>
    /// <param name="port">Where to listen; 0 is any free port.</param>
    public static HalfOpenProxy Start(int target, int port = 0) => new(new IPEndPoint(IPAddress.Loopback, target), port);

    /// <summary>Nothing passes any more through the connections that are open now; new ones are as they should be.</summary>
    public void Freeze()
    {
        foreach (var connection in _connections.Keys)
            connection.Freeze();
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections.Values);
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = new ProxiedConnection(await _listener.AcceptSocketAsync(_ending.Token));
                Interlocked.Increment(ref _opened);
                if (Stalls)
                    connection.Freeze();
                _connections[connection] = ServeAsync(connection);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(ProxiedConnection connection)
    {
        await Task.Yield();
        await connection.RunAsync(_target, _ending.Token);
        _connections.TryRemove(connection, out _);
    }
}

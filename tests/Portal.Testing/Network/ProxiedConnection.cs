using System.Net;
using System.Net.Sockets;

namespace Portal.Testing.Network;

/// <summary>One connection of <see cref="HalfOpenProxy"/>: from a client to the target.</summary>
internal sealed class ProxiedConnection(Socket client)
{
    private volatile bool _frozen;

    public bool IsFrozen => _frozen;

    public void Freeze() => _frozen = true;

    /// <summary>Passes bytes on until one end closes.</summary>
    public async Task RunAsync(EndPoint target, CancellationToken ending)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ending);
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (client)
        {
            try
            {
                await server.ConnectAsync(target, over.Token);
                await Task.WhenAny(PassAsync(client, server, over.Token), PassAsync(server, client, over.Token));
            }
            catch (Exception closed) when (closed is OperationCanceledException or SocketException)
            {
                // Then there is nothing to pass on.
            }

            await over.CancelAsync();
        }
    }

    // While it is frozen the bytes are still taken, as by a network that loses every packet after it: the end is seen, nothing passes.
    private async Task PassAsync(Socket from, Socket to, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, cancellationToken) is var count && count > 0)
            {
                for (var sent = 0; sent < count && !_frozen;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), cancellationToken);
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One end is gone, so the other goes too.
        }
    }
}

using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Portal.Hosting.Connections;

/// <summary>
/// Accepts no more connections than may be open: one too many is closed before the next is accepted, so that however many arrive at
/// once, they hold one file handle more than the limit. Kestrel's own limit goes on accepting while it refuses.
/// </summary>
/// <param name="listener">Where connections arrive.</param>
/// <param name="open">How many are open at all endpoints together.</param>
internal sealed class LimitedListener(IConnectionListener listener, OpenConnections open) : IConnectionListener
{
    public EndPoint EndPoint => listener.EndPoint;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await listener.AcceptAsync(cancellationToken) is { } connection)
        {
            if (open.TryAdd())
                return new CountedConnection(connection, open.Remove);
            await connection.DisposeAsync();
        }

        return null;
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => listener.UnbindAsync(cancellationToken);

    public ValueTask DisposeAsync() => listener.DisposeAsync();
}

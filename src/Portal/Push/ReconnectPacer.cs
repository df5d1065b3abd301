namespace Portal.Push;

/// <summary>
/// At most one reconnect a second: to APNs, many look like an attack. The first connection of each handler is none.
/// Thread-safe.
/// </summary>
public sealed class ReconnectPacer(int firstConnections, TimeProvider time)
{
    private static readonly TimeSpan Distance = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private int _free = firstConnections;
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Waits for the turn to connect.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return Task.CompletedTask;
            }

            var now = time.GetUtcNow();
            var turn = now > _next ? now : _next;
            _next = turn + Distance;
            wait = turn - now;
        }

        return Task.Delay(wait, time, cancellationToken);
    }
}

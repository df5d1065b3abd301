namespace Portal.Push;

/// <summary>
/// At most one reconnect a second: to APNs, many look like an attack. The first connection of each handler is none, nor is one
/// that was earned by answers: a service that ends its connections after some hundred pushes each means them to be opened
/// again. Thread-safe.
/// </summary>
public sealed class ReconnectPacer(int firstConnections, TimeProvider time)
{
    private const int AnswersForOne = 50;
    private static readonly TimeSpan Distance = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly int _mostFree = firstConnections;
    private int _free = firstConnections;
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _next;
    private int _answers;

    /// <summary>A push was answered.</summary>
    public void Answered()
    {
        if (Interlocked.Increment(ref _answers) % AnswersForOne != 0)
            return;
        lock (_lock)
            _free = Math.Min(_free + 1, _mostFree);
    }

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

            var now = time.GetElapsedTime(_start);
            var turn = now > _next ? now : _next;
            _next = turn + Distance;
            wait = turn - now;
        }

        return Task.Delay(wait, time, cancellationToken);
    }
}

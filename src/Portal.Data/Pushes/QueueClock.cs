namespace Portal.Data.Pushes;

/// <summary>
/// The clock of a queue that has none of its own: SQLite's. The machine's clock may be set while pushes wait, forward or back;
/// no push may be given up early for that, and none may wait until the old time comes round again. Thread-safe.
/// </summary>
/// <remarks>PostgreSQL compares with its own clock, which is that of all nodes.</remarks>
public sealed class QueueClock
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Lock _lock = new();

    // What the clock showed at the start, as told by its most advanced reading since and by the one furthest behind.
    private DateTimeOffset _latestStart;
    private DateTimeOffset _earliestStart;

    public QueueClock(TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _latestStart = _earliestStart = time.GetUtcNow();
    }

    /// <summary>What the machine's clock shows.</summary>
    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>A time that never goes back: what was due stays due when the clock is put back.</summary>
    public DateTimeOffset Latest
    {
        get
        {
            lock (_lock)
            {
                var elapsed = Read();
                return _latestStart + elapsed;
            }
        }
    }

    /// <summary>A time that never leaps ahead: nothing grows old because the clock was put forward.</summary>
    public DateTimeOffset Earliest
    {
        get
        {
            lock (_lock)
            {
                var elapsed = Read();
                return _earliestStart + elapsed;
            }
        }
    }

    /// <summary>For waits that no clock may shorten or lengthen.</summary>
    public long Timestamp => _time.GetTimestamp();

    private TimeSpan Read()
    {
        var elapsed = _time.GetElapsedTime(_start);
        var start = _time.GetUtcNow() - elapsed;
        if (start > _latestStart)
            _latestStart = start;
        if (start < _earliestStart)
            _earliestStart = start;
        return elapsed;
    }
}

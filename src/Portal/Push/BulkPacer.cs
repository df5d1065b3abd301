namespace Portal.Push;

/// <summary>Lets bulk pushes through at an even rate, a slower one while downloads are slow. Not thread-safe.</summary>
public sealed class BulkPacer(int perSecond, DownloadPressure downloads, TimeProvider time)
{
    // A tenth of a second's worth at most, and not before half of it: smooth for the phones that come back, coarse enough
    // for batches.
    private readonly double _burst = Math.Max(1, perSecond * 0.1);
    private double _allowed = Math.Max(1, perSecond * 0.1);
    private long _at = time.GetTimestamp();

    /// <summary>How many may go now; without a limit when the rate is 0.</summary>
    public int Allowed
    {
        get
        {
            if (perSecond == 0)
                return int.MaxValue;
            var now = time.GetTimestamp();
            _allowed = Math.Min(_burst, _allowed + (time.GetElapsedTime(_at, now).TotalSeconds * perSecond * downloads.Share));
            _at = now;
            return _allowed >= Math.Max(1, _burst / 2) ? (int)_allowed : 0;
        }
    }

    /// <summary>How long it takes until more may go.</summary>
    public TimeSpan Distance => perSecond == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Max(1, _burst / 2) / perSecond);

    /// <summary>Counts what went.</summary>
    public void Spend(int count)
    {
        if (perSecond > 0)
            _allowed -= count;
    }
}

namespace Portal.Push;

/// <summary>
/// How hard phones press for their new passes. Every push soon comes back as a download, so pushing faster than packages are
/// made only makes phones wait, and time out, and come again.
/// </summary>
/// <remarks>Thread-safe. Slow is answered by halving, once a second, and quick by a quarter more, as a sender on a network does.</remarks>
public sealed class DownloadPressure(TimeProvider time)
{
    private const double LeastShare = 0.05;
    private const double Faster = 1.25;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private double _share = 1;
    private TimeSpan _waited;
    private int _downloads;
    private long _judgedAt = time.GetTimestamp();

    /// <summary>The share of the usual rate at which bulk work may push now: 0.05 to 1.</summary>
    public double Share
    {
        get
        {
            lock (_lock)
            {
                Judge();
                return _share;
            }
        }
    }

    /// <summary>A download had to wait for its package to be made.</summary>
    public void Waited(TimeSpan wait)
    {
        lock (_lock)
        {
            Judge();
            _waited += wait;
            _downloads++;
        }
    }

    private void Judge()
    {
        var steps = Math.Floor(time.GetElapsedTime(_judgedAt) / Step);
        if (steps < 1)
            return;
        var mean = _downloads == 0 ? TimeSpan.Zero : _waited / _downloads;
        if (mean > Slow)
            _share = Math.Max(LeastShare, _share / 2);
        else if (mean < Quick)
            _share = Math.Min(1, _share * Math.Pow(Faster, steps));
        (_waited, _downloads, _judgedAt) = (TimeSpan.Zero, 0, time.GetTimestamp());
    }
}

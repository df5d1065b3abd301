namespace Portal.Push;

/// <summary>
/// How many pushes may be under way on one connection. HttpClient does not tell the server's limit, so it is felt for:
/// up by one for as many successes as the limit is high, down by half on a time-out or reset. Thread-safe.
/// </summary>
/// <remarks>
/// How many are worth it depends on the distance: where the quickest answer of the last seconds took 30 ms or more, as many as are
/// allowed; where answers come at once, a third, for more only wait in this process (measured: 26,000 a second with 900
/// under way, 35,000 with 300).
/// </remarks>
public sealed class InFlightGate(int most, TimeProvider time)
{
    private const int Start = 100;
    private const double LeastShare = 1 / 3d;

    private static readonly TimeSpan Far = TimeSpan.FromMilliseconds(30);

    // What was under way together fails together: that is one sign, not a hundred.
    private static readonly TimeSpan OneSign = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly QuickestAnswer _quickest = new(time);
    private double _limit = Math.Min(Start, most);
    private long? _halvedAt;

    public int Limit => (int)Volatile.Read(ref _limit);

    public int InUse { get; private set; }

    public bool TryEnter()
    {
        lock (_lock)
        {
            if (InUse >= (int)_limit)
                return false;
            InUse++;
            return true;
        }
    }

    /// <summary>Leaves after an answer.</summary>
    /// <param name="took">How long it took.</param>
    public void LeaveWell(TimeSpan took)
    {
        lock (_lock)
        {
            InUse--;
            _quickest.Note(took);
            _limit = Math.Min(most * Math.Clamp(_quickest.Took / Far, LeastShare, 1), _limit + (1 / _limit));
        }
    }

    /// <summary>Leaves after silence or a reset.</summary>
    public void LeaveInTrouble()
    {
        lock (_lock)
        {
            InUse--;
            if (_halvedAt is { } at && time.GetElapsedTime(at) < OneSign)
                return;
            _halvedAt = time.GetTimestamp();
            _limit = Math.Max(1, _limit / 2);
        }
    }

    /// <summary>Leaves without having learnt anything.</summary>
    public void Leave()
    {
        lock (_lock)
            InUse--;
    }
}

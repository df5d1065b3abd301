namespace Portal.Push;

/// <summary>
/// Lets bulk pushes through at an even rate, a slower one while downloads are slow, and knows whose turn it is: all topics share
/// the rate. Not thread-safe.
/// </summary>
public sealed class BulkPacer(int perSecond, DownloadPressure downloads, TimeProvider time)
{
    // A tenth of a second's worth at most, and not before half of it: smooth for the phones that come back, coarse enough
    // for batches.
    private readonly double _burst = Math.Max(1, perSecond * 0.1);
    private readonly Dictionary<int, long> _turns = [];
    private double _allowed = Math.Max(1, perSecond * 0.1);
    private long _at = time.GetTimestamp();
    private long _turn;

    /// <summary>How many may go in this round; without a limit when the rate is 0.</summary>
    public int Allowed => perSecond == 0 ? int.MaxValue : _allowed >= Math.Max(1, _burst / 2) ? (int)_allowed : 0;

    /// <summary>How long it takes until more may go.</summary>
    public TimeSpan Distance => perSecond == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Max(1, _burst / 2) / perSecond);

    /// <summary>
    /// Begins a round with what the time since the last one allows. Within it nothing is added: while the database takes its
    /// time with the claims of urgent work, less urgent work would earn allowances of its own.
    /// </summary>
    public void BeginRound()
    {
        var now = time.GetTimestamp();
        _allowed = Math.Min(_burst, _allowed + (time.GetElapsedTime(_at, now).TotalSeconds * perSecond * downloads.Share));
        _at = now;
    }

    /// <summary>The number of a topic's last turn; whose number is lowest goes first. 0 before the first.</summary>
    public long LastTurn(int passTypeId) => _turns.GetValueOrDefault(passTypeId);

    /// <summary>Counts what went, as a turn of its topic.</summary>
    public void Spend(int passTypeId, int count)
    {
        if (count > 0)
            _turns[passTypeId] = ++_turn;
        if (perSecond > 0)
            _allowed -= count;
    }
}

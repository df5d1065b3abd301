namespace Portal.Push;

/// <summary>
/// Whether the service answers for a topic. Unproved, one push at a time goes out as a probe, at first and after each
/// resumption at once, after trouble at growing distances; the first answer that is none of its troubles opens the way.
/// Not thread-safe.
/// </summary>
public sealed class TopicHealth(TimeProvider time)
{
    private const int TroublesInARow = 20;
    private static readonly TimeSpan LongestProbeDistance = TimeSpan.FromSeconds(30);

    // An answer takes a moment until it is stored, and its push is nowhere meanwhile.
    private static readonly TimeSpan UntilStored = TimeSpan.FromSeconds(30);

    private int _troubles;
    private int _probes;
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _nextProbe;
    private long? _troubledAt;
    private long _lastTroubleAt;

    public bool IsProved { get; private set; }

    /// <summary>For how long nothing but trouble came; null when the last answer was about the push itself, or since a rest.</summary>
    public TimeSpan? TroubledFor => _troubledAt is { } at ? time.GetElapsedTime(at) : null;

    /// <summary>How long until a probe may go; zero when one may, or when none is needed.</summary>
    public TimeSpan ProbeIn
    {
        get
        {
            if (IsProved)
                return TimeSpan.Zero;
            var wait = _nextProbe - time.GetElapsedTime(_start);
            return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
        }
    }

    /// <summary>The service answered, well or ill, about the push itself.</summary>
    public void Well()
    {
        _troubledAt = null;
        IsProved = true;
        _troubles = 0;
    }

    /// <summary>The service failed or stayed silent.</summary>
    public void Trouble()
    {
        _lastTroubleAt = time.GetTimestamp();
        _troubledAt ??= _lastTroubleAt;
        if (IsProved)
        {
            if (++_troubles < TroublesInARow)
                return;
            IsProved = false;
            _probes = 0;
        }
        else if (ProbeIn > TimeSpan.Zero)
        {
            // Still from before the doubt, when many were under way at once.
            return;
        }

        _nextProbe = time.GetElapsedTime(_start) + RetryLadder.Next(_probes++, LongestProbeDistance);
    }

    /// <summary>Nothing of the topic waits any more: a trouble that is not of just now is over, though nobody heard its end here.</summary>
    public void Rest()
    {
        if (time.GetElapsedTime(_lastTroubleAt) >= UntilStored)
            _troubledAt = null;
    }

    /// <summary>Forgets everything: the next push is a probe and goes at once.</summary>
    public void Doubt()
    {
        _troubledAt = null;
        IsProved = false;
        _troubles = 0;
        _probes = 0;
        _nextProbe = TimeSpan.Zero;
    }
}

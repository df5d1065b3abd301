namespace Portal.Push;

/// <summary>The quickest answer of the last one to two seconds: how far away the service is, whatever waits on the way there. Not thread-safe.</summary>
public sealed class QuickestAnswer(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private TimeSpan _before = TimeSpan.MaxValue;
    private TimeSpan _now = TimeSpan.MaxValue;
    private long _began = time.GetTimestamp();

    /// <summary><see cref="TimeSpan.MaxValue"/> before the first answer.</summary>
    public TimeSpan Took => _before < _now ? _before : _now;

    public void Note(TimeSpan took)
    {
        if (time.GetElapsedTime(_began) >= Window)
            (_before, _now, _began) = (_now, TimeSpan.MaxValue, time.GetTimestamp());
        if (took < _now)
            _now = took;
    }
}

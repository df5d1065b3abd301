namespace Portal.Testing.Clocks;

/// <summary>The machine's clock as somebody sets it: it jumps, while what measures a span of time goes on as before.</summary>
public sealed class SetTime : TimeProvider
{
    private long _offsetTicks;

    /// <summary>Sets the clock forward, or back.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _offsetTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _offsetTicks));
}

using System.Collections.Concurrent;
using System.Globalization;

namespace Portal.Benchmarks.Load;

/// <summary>When faults were open: what goes wrong then, and a while after, is to be expected.</summary>
internal sealed class FaultClock(TextWriter output)
{
    /// <summary>How long what a fault left behind may still show.</summary>
    public static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(DateTimeOffset Began, DateTimeOffset Ended)> _past = new();
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private DateTimeOffset? _began;

    /// <summary>How often each happened.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    public void Begin(string fault)
    {
        _began = DateTimeOffset.UtcNow;
        _counts.AddOrUpdate(fault, 1, static (_, count) => count + 1);
        Say(fault);
    }

    public void End()
    {
        if (_began is { } began)
            _past.Enqueue((began, DateTimeOffset.UtcNow + Aftermath));
        _began = null;
    }

    /// <summary>Whether a fault, or what came after one, was open at some moment of this time.</summary>
    public bool WasOpen(DateTimeOffset from, DateTimeOffset to) =>
        (_began is { } began && began < to) || _past.Any(fault => fault.Began < to && fault.Ended > from);

    public void Say(string text) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(DateTimeOffset.UtcNow - _started).TotalSeconds,7:0.0} s  {text}"));
}

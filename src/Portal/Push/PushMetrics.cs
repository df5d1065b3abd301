using System.Diagnostics.Metrics;
using Portal.Data.Pushes;
using Portal.Hosting.Telemetry;

namespace Portal.Push;

/// <summary>What the pushes of this process did and what waits in the queue of all, as meter <c>Portal.Push</c>.</summary>
public sealed class PushMetrics
{
    public const string MeterName = "Portal.Push";

    private readonly Counter<long> _answers;
    private readonly Counter<long> _retired;
    private readonly Counter<long> _stale;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _toAccepted;
    private readonly Gauge<long> _waiting;
    private readonly Gauge<double> _oldest;

    public PushMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _answers = meter.CreateCounter<long>("portal.push.answers", description: "Pushes by what became of them");
        _retired = meter.CreateCounter<long>("portal.push.retired", description: "Push targets retired as dead");
        _stale = meter.CreateCounter<long>("portal.push.stale", description: "Answers that came after their lease had run out");
        _duration = Seconds.Of(meter, "portal.push.duration", "From sending to the answer, by what became of it");
        _toAccepted = Seconds.Of(meter, "portal.push.edit_to_accepted", "From the first change a push tells of to its acceptance");
        _waiting = meter.CreateGauge<long>("portal.push.waiting", description: "Pushes that wait, of all nodes");
        _oldest = meter.CreateGauge<double>("portal.push.oldest_waiting", "s", "How long the oldest waiting push has waited");
    }

    /// <summary>Whether anybody reads what waits.</summary>
    public bool IsBacklogWatched => _waiting.Enabled || _oldest.Enabled;

    /// <summary>Says what waits now.</summary>
    public void Waits(IReadOnlyList<PushBacklog> backlogs, DateTimeOffset now)
    {
        foreach (var backlog in backlogs)
        {
            var priority = Tag("priority", backlog.Priority);
            _waiting.Record(backlog.Waiting, priority);
            _oldest.Record(backlog.OldestAt is { } oldest ? (now - oldest).TotalSeconds : 0, priority);
        }
    }

    /// <summary>Counts a stored batch.</summary>
    public void Completed(CompletedBatch batch)
    {
        foreach (var completion in batch.Completions)
        {
            if (completion.Outcome is not { } outcome)
                continue;
            var result = Tag("outcome", outcome);
            _answers.Add(1, result);
            _duration.Record(completion.Duration.TotalSeconds, result);
            if (outcome is PushOutcome.Accepted)
                _toAccepted.Record((completion.At - completion.Push.QueuedAt).TotalSeconds, Tag("priority", completion.Push.Priority));
        }

        _retired.Add(batch.Retired);
        _stale.Add(batch.Stale);
    }

    private static KeyValuePair<string, object?> Tag<T>(string name, T value)
        where T : struct, Enum => new(name, Enum.GetName(value));
}

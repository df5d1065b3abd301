using System.Diagnostics.Metrics;
using Portal.Data.Pushes;

namespace Portal.Push;

/// <summary>What the pushes of this process did, as meter <c>Portal.Push</c>.</summary>
public sealed class PushMetrics
{
    public const string MeterName = "Portal.Push";

    private readonly Counter<long> _answers;
    private readonly Counter<long> _retired;
    private readonly Counter<long> _stale;
    private readonly Histogram<double> _duration;

    public PushMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _answers = meter.CreateCounter<long>("portal.push.answers", description: "Pushes by what became of them");
        _retired = meter.CreateCounter<long>("portal.push.retired", description: "Push targets retired as dead");
        _stale = meter.CreateCounter<long>("portal.push.stale", description: "Answers that came after their lease had run out");
        _duration = meter.CreateHistogram<double>("portal.push.duration", "s", "From sending to the answer");
    }

    /// <summary>Counts a stored batch.</summary>
    public void Completed(CompletedBatch batch)
    {
        foreach (var completion in batch.Completions)
        {
            if (completion.Outcome is not { } outcome)
                continue;
            _answers.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));
            _duration.Record(completion.Duration.TotalSeconds);
        }

        _retired.Add(batch.Retired);
        _stale.Add(batch.Stale);
    }
}

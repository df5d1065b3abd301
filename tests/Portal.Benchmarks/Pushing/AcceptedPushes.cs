using System.Diagnostics.Metrics;
using Portal.Data.Pushes;
using Portal.Push;

namespace Portal.Benchmarks.Pushing;

/// <summary>Counts the answers the portal has stored, by its own meter.</summary>
internal sealed class AcceptedPushes : IDisposable
{
    private readonly MeterListener _listener = new();
    private TaskCompletionSource _all = new();
    private int _missing;

    public AcceptedPushes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is Counter<long> && string.Equals(instrument.Meter.Name, PushMetrics.MeterName, StringComparison.Ordinal)
                && instrument.Name.EndsWith(".answers", StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) => Stored(count, tags));
        _listener.Start();
    }

    /// <summary>Ends when this many more were accepted and stored; fails at the first that was not accepted.</summary>
    public Task Next(int count)
    {
        _missing = count;
        _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _all.Task;
    }

    public void Dispose() => _listener.Dispose();

    private void Stored(long count, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!string.Equals(tags[0].Value as string, nameof(PushOutcome.Accepted), StringComparison.Ordinal))
            _all.TrySetException(new InvalidOperationException($"A push was not accepted but {tags[0].Value}."));
        else if (Interlocked.Add(ref _missing, -(int)count) == 0)
            _all.TrySetResult();
    }
}

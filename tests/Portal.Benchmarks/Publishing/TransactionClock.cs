using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Benchmarks.Publishing;

/// <summary>How long transactions of this process lasted, from their begin until they had committed, by what EF Core tells.</summary>
internal sealed class TransactionClock : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentDictionary<Guid, long> _begun = new();
    private readonly ConcurrentDictionary<Guid, TimeSpan> _committed = new();
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];

    public TransactionClock() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>The transaction that was going on when <paramref name="work"/> ended: the longest of those that it ran alone.</summary>
    public async Task<TimeSpan> LongestOfAsync(Func<Task> work)
    {
        _committed.Clear();
        await work();
        return _committed.Values.DefaultIfEmpty().Max();
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (string.Equals(value.Name, DbLoggerCategory.Name, StringComparison.Ordinal))
            _subscriptions.Add(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (string.Equals(value.Key, RelationalEventId.TransactionStarted.Name, StringComparison.Ordinal) && value.Value is TransactionEndEventData begun)
            _begun[begun.TransactionId] = Stopwatch.GetTimestamp() - (long)(begun.Duration.TotalSeconds * Stopwatch.Frequency);
        else if (string.Equals(value.Key, RelationalEventId.TransactionCommitted.Name, StringComparison.Ordinal) && value.Value is TransactionEndEventData committed
            && _begun.TryRemove(committed.TransactionId, out var since))
            _committed[committed.TransactionId] = Stopwatch.GetElapsedTime(since);
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }
}

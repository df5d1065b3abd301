using System.Collections.Concurrent;
using System.Diagnostics;

namespace Portal.Activity;

/// <summary>
/// Remembers what takes long to count, such as the registrations of a million phones, so that open pages do not count it again with
/// all the news: that is done beside them, after a rest of twenty times as long as it took, and they look again when it changed.
/// </summary>
public sealed partial class SlowCounts(PortalEvents events, TimeProvider time, ILogger<SlowCounts> logger)
{
    private const int Rest = 20;
    private const int MostKept = 500;

    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<object, Known> _known = new();

    /// <summary>What was counted last where counting takes long; else what is counted now.</summary>
    /// <param name="key">What is counted. One key has one kind of result.</param>
    /// <param name="count">Counts it, also after the caller has gone.</param>
    /// <param name="cancellationToken">Ends the wait for a first count.</param>
    public async Task<T> GetAsync<T>(object key, Func<CancellationToken, Task<T>> count, CancellationToken cancellationToken)
        where T : notnull
    {
        if (!_known.TryGetValue(key, out var known))
            return (T)await CountAsync(key, async token => await count(token), cancellationToken);
        if (known.IsToBeRenewed())
            _ = RenewAsync(key, known, async token => await count(token));
        return (T)known.Value;
    }

    private async Task<object> CountAsync(object key, Func<CancellationToken, Task<object>> count, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var value = await count(cancellationToken);
        var took = Stopwatch.GetElapsedTime(began);
        if (_known.Count >= MostKept)
            _known.Clear();
        if (took > Quick)
            _known[key] = new Known(value, took);
        else
            _known.TryRemove(key, out _);
        return value;
    }

    private async Task RenewAsync(object key, Known known, Func<CancellationToken, Task<object>> count)
    {
        try
        {
            await Task.Delay(known.Took * Rest, time);
            if (!(await CountAsync(key, count, CancellationToken.None)).Equals(known.Value))
                events.Publish(new PortalEvent(PortalEventKind.Counted));
        }
        catch (Exception problem)
        {
            // Whoever asks next counts, and is told what is wrong.
            _known.TryRemove(key, out _);
            Log.NotCounted(logger, problem);
        }
    }

    private sealed class Known(object value, TimeSpan took)
    {
        private int _renewals;

        public object Value => value;

        public TimeSpan Took => took;

        /// <summary>True for the first who asks.</summary>
        public bool IsToBeRenewed() => Interlocked.Exchange(ref _renewals, 1) == 0;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "What takes long to count could not be counted anew")]
        public static partial void NotCounted(ILogger logger, Exception problem);
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Portal.Data.Devices;
using Portal.Data.Pushes;
using Portal.Hosting;

namespace Portal.Push;

/// <summary>
/// Brings due pushes to the push services: claims ahead, lets each topic send in parallel, has the answers stored in
/// batches. Woken by <see cref="PushSignal"/>, by the next due row, and every five seconds in any case.
/// </summary>
public sealed partial class PushDispatcher : ILanePort, IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    // Another node was quicker.
    private static readonly TimeSpan AfterNothing = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LastStores = TimeSpan.FromSeconds(5);

    // The database is behind with storing: sending on would only make leases run out.
    private const int MostUnstored = 3000;
    private static readonly TimeSpan WhileUnstored = TimeSpan.FromMilliseconds(20);

    private readonly PushClaims _claims;
    private readonly FanOuts _fanOuts;
    private readonly PushTopics _topics;
    private readonly PushCompleter _completer;
    private readonly PushSignal _signal;
    private readonly IReadOnlyList<IPushSender> _senders;
    private readonly BulkPacer _pacer;
    private readonly TimeProvider _time;
    private readonly ILogger<PushDispatcher> _logger;
    private readonly ConcurrentDictionary<int, TopicLane> _lanes = [];
    private readonly CancellationTokenSource _abandonSends = new();
    private readonly CancellationTokenSource _abandonStores = new();
    private long? _releasedAt;

    public PushDispatcher(
        PushClaims claims, FanOuts fanOuts, PushTopics topics, PushCompleter completer, PushSignal signal, IEnumerable<IPushSender> senders,
        DownloadPressure downloads, IOptions<PushOptions> options, TimeProvider time, ILogger<PushDispatcher> logger)
    {
        _claims = claims;
        _fanOuts = fanOuts;
        _topics = topics;
        _completer = completer;
        _signal = signal;
        _senders = [.. senders];
        _pacer = new BulkPacer(options.Value.BulkPerSecond, downloads, time);
        _time = time;
        _logger = logger;
        _completer.Stored = Stored;
    }

    CancellationToken ILanePort.Abandon => _abandonSends.Token;

    /// <summary>
    /// For how long this node has had nothing but silence and failures from the push service for a pass type; null when all is
    /// well. A pass type of which nothing waits, here or in <paramref name="queues"/>, has no trouble any more.
    /// </summary>
    public TimeSpan? LongestTrouble(IReadOnlyList<TopicQueue> queues)
    {
        var waiting = Waiting(queues);
        return _lanes.Where(lane => !lane.Value.IsIdle || waiting.Contains(lane.Key)).Max(lane => lane.Value.TroubledFor);
    }

    /// <summary>Works until <paramref name="stopping"/>; then ends what is under way, at most 15 s, and frees its leases.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var storing = _completer.RunAsync(_abandonStores.Token);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ReleaseDeadAsync(stopping);
                await _signal.WaitAsync(await RoundAsync(stopping), _time, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception problem)
            {
                Log.RoundFailed(_logger, problem);
                await Task.WhenAny(Task.Delay(AfterFailure, _time, stopping));
            }
        }

        await EndAsync(storing);
    }

    public void Dispose()
    {
        _abandonSends.Dispose();
        _abandonStores.Dispose();
    }

    void ILanePort.Complete(PushCompletion completion) => _completer.Add(completion);

    void ILanePort.Hungry() => _signal.Wake();

    void ILanePort.Failed(Exception problem) => Log.SenderFailed(_logger, problem);

    // At the start, and as often as the queue is looked at when nobody rings: other nodes die without a word.
    private async Task ReleaseDeadAsync(CancellationToken cancellationToken)
    {
        if (_releasedAt is { } at && _time.GetElapsedTime(at) < Poll)
            return;
        if (_releasedAt is null)
            await _claims.CatchUpAsync(RetryLadder.Longest, cancellationToken);
        await _claims.ReleaseDeadAsync(cancellationToken);
        _releasedAt = _time.GetTimestamp();
    }

    /// <summary>Claims what is due and there is room for. Returns how long nothing more can be done.</summary>
    private async Task<TimeSpan> RoundAsync(CancellationToken cancellationToken)
    {
        if (_completer.Backlog > MostUnstored)
            return WhileUnstored;
        // Read before the look: a stop stored later is not in it yet.
        var stopStored = _lanes.Where(lane => lane.Value.StopIsStored).Select(lane => lane.Key).ToHashSet();
        var pause = await _fanOuts.ExpandAsync(cancellationToken) ? TimeSpan.Zero : Poll;
        var queues = await _claims.LookAsync(cancellationToken);
        LetRest(queues);
        List<(TopicQueue Queue, TopicLane Lane)> open = [];
        foreach (var queue in queues)
        {
            var lane = _lanes.GetOrAdd(queue.PassTypeId, static (_, self) => new TopicLane(self, self._time), this);
            if (await TryOpenAsync(queue, lane, stopStored.Contains(queue.PassTypeId), cancellationToken) is { } wait)
                pause = Min(pause, wait);
            else
                open.Add((queue, lane));
        }

        // All topics share one pace. What is urgent in any of them goes before what is less so in another; of those that have
        // equal work due, the one whose last turn is longest ago, or a large publication would hold up every small one.
        _pacer.BeginRound();
        foreach (var priority in Enum.GetValues<PushPriority>())
        {
            foreach (var (queue, lane) in open.OrderBy(topic => _pacer.LastTurn(topic.Queue.PassTypeId)))
                pause = Min(pause, await ClaimAsync(queue, lane, priority, queue.DueIn[(int)priority], cancellationToken));
        }

        return pause;
    }

    // What a trouble had left waiting was sent by another node, or its phone is gone: the next trouble will be another one.
    private void LetRest(IReadOnlyList<TopicQueue> queues)
    {
        var waiting = Waiting(queues);
        foreach (var (_, lane) in _lanes.Where(lane => !waiting.Contains(lane.Key)))
            lane.Rest();
    }

    // A topic that cannot be opened, whatever the reason, is no reason for others to wait.
    private async Task<TimeSpan?> TryOpenAsync(TopicQueue queue, TopicLane lane, bool stopWasStored, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(queue, lane, stopWasStored, cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            Log.TopicFailed(_logger, queue.Topic, problem);
            return AfterFailure;
        }
    }

    /// <summary>Makes the lane ready to send. Returns how long that cannot be done; null when it is ready.</summary>
    private async Task<TimeSpan?> OpenAsync(TopicQueue queue, TopicLane lane, bool stopWasStored, CancellationToken cancellationToken)
    {
        if (queue.Stopped)
        {
            if (!lane.IsStopped)
                lane.Stop();
            return await _topics.ResumeRenewedAsync(queue, cancellationToken) ? TimeSpan.Zero : Poll;
        }

        if (lane.IsStopped && !stopWasStored)
            return Poll;
        if (lane.IsStopped)
            lane.Resume();
        return lane.Use(await LinesAsync(queue, cancellationToken)) ? null : Poll;
    }

    private async Task<TimeSpan> ClaimAsync(
        TopicQueue queue, TopicLane lane, PushPriority priority, TimeSpan? dueIn, CancellationToken cancellationToken)
    {
        if (dueIn is null || dueIn > TimeSpan.Zero)
            return Min(dueIn ?? Poll, Poll);
        var (room, askAgainIn) = lane.Room(priority);
        if (askAgainIn is { } wait)
            return wait;
        var isPaced = priority is not PushPriority.Single;
        var allowed = isPaced ? Math.Min(room, _pacer.Allowed) : room;
        if (room == 0)
            lane.TellWhenHungry();
        if (allowed == 0)
            return room == 0 ? Poll : _pacer.Distance;

        var claimed = await _claims.ClaimAsync(queue.PassTypeId, priority, allowed, cancellationToken);
        if (claimed.Count > 0)
            KillPoints.Reach(KillPoints.PushClaimed);
        if (isPaced)
            _pacer.Spend(queue.PassTypeId, claimed.Count);
        lane.Add(claimed);
        return claimed.Count > 0 ? TimeSpan.Zero : AfterNothing;
    }

    private async ValueTask<IReadOnlyDictionary<PushKind, IPushLine?>> LinesAsync(TopicQueue queue, CancellationToken cancellationToken)
    {
        Dictionary<PushKind, IPushLine?> lines = [];
        foreach (var sender in _senders)
            lines[sender.Kind] = await sender.OpenAsync(queue.PassTypeId, queue.Topic, cancellationToken);
        return lines;
    }

    private void Stored(CompletedBatch batch)
    {
        foreach (var stopped in batch.Completions.Where(completion => completion.StopReason is not null).Select(completion => completion.Push.PassTypeId).Distinct())
        {
            if (_lanes.TryGetValue(stopped, out var lane))
                lane.StopStored();
        }
    }

    private async Task EndAsync(Task storing)
    {
        _abandonSends.CancelAfter(LastAnswers);
        _abandonStores.CancelAfter(LastAnswers + LastStores);
        foreach (var lane in _lanes.Values)
            lane.Stop();
        while (_lanes.Values.Any(lane => !lane.IsIdle))
            await _signal.WaitAsync(Poll, _time, CancellationToken.None);
        _completer.Finish();
        try
        {
            await storing;
            await _claims.ReleaseOwnAsync(_abandonStores.Token);
        }
        catch (Exception problem)
        {
            Log.EndedHolding(_logger, problem);
        }
    }

    private static HashSet<int> Waiting(IReadOnlyList<TopicQueue> queues) =>
        [.. queues.Where(queue => queue.DueIn.Any(due => due is not null)).Select(queue => queue.PassTypeId)];

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Looking for due pushes failed; trying again")]
        public static partial void RoundFailed(ILogger logger, Exception problem);

        [LoggerMessage(Level = LogLevel.Error, Message = "Nothing can be pushed for {Topic} now; trying again")]
        public static partial void TopicFailed(ILogger logger, string topic, Exception problem);

        [LoggerMessage(Level = LogLevel.Error, Message = "A push sender failed; the push is tried again later")]
        public static partial void SenderFailed(ILogger logger, Exception problem);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The portal ends with pushes still leased; they go out when their leases run out")]
        public static partial void EndedHolding(ILogger logger, Exception problem);
    }
}

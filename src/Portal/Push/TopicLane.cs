using System.Diagnostics.CodeAnalysis;
using Portal.Data.Devices;
using Portal.Data.Pushes;
using Portal.Hosting;

namespace Portal.Push;

/// <summary>The pushes of one topic between claim and answer: some wait here for their turn, some are under way. Thread-safe.</summary>
/// <remarks>Topics have a lane each, so that one whose service hangs or refuses holds up no other.</remarks>
public sealed class TopicLane(ILanePort port, TimeProvider time)
{
    // A push that begins later than this could outlast its lease.
    private static readonly TimeSpan LatestStart = PushClaims.Lease - ApnsConnection.PushTimeout - TimeSpan.FromSeconds(2);

    // A save of one pass is claimed even when bulk work fills the lane.
    private const int RoomForSingles = 100;
    private const int FewestSingles = 50;
    private const int Ahead = 4;

    // Our word for a push whose sender threw.
    private const string SenderFailed = nameof(SenderFailed);

    private readonly Lock _lock = new();
    private readonly Queue<DuePush>[] _waiting = [.. Enum.GetValues<PushPriority>().Select(_ => new Queue<DuePush>())];
    private readonly PushJudge _judge = new(time);
    private IReadOnlyDictionary<PushKind, IPushLine?> _lines = new Dictionary<PushKind, IPushLine?>();
    private int _underWay;
    private int _resumptions;
    private bool _hungry;

    /// <summary>The stop is in the database: from now on the database decides when it ends.</summary>
    public bool StopIsStored { get; private set; }

    public bool IsStopped
    {
        get
        {
            lock (_lock)
                return _judge.StopReason is not null;
        }
    }

    /// <summary>For how long the service has failed or been silent; null when it answers.</summary>
    public TimeSpan? TroubledFor
    {
        get
        {
            lock (_lock)
                return _judge.Health.TroubledFor;
        }
    }

    /// <summary>Nothing waits and nothing is under way. <see cref="ILanePort.Hungry"/> is called when a stopped lane comes to it.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
                return Held == 0;
        }
    }

    private int Held => _waiting.Sum(queue => queue.Count) + _underWay;

    /// <summary>Sets where pushes of each kind go from now on. False when none of them can go anywhere.</summary>
    public bool Use(IReadOnlyDictionary<PushKind, IPushLine?> lines)
    {
        lock (_lock)
            _lines = lines;
        // What waited for a line that was retired goes on.
        Pump();
        return lines.Values.Any(line => line is not null);
    }

    /// <summary>How many more pushes are worth claiming, and when to ask again if none.</summary>
    public (int Room, TimeSpan? AskAgainIn) Room(PushPriority priority)
    {
        lock (_lock)
        {
            if (_judge.StopReason is not null)
                return (0, null);
            if (!_judge.Health.IsProved)
            {
                var wait = _judge.Health.ProbeIn;
                return wait > TimeSpan.Zero ? (0, wait) : (Held == 0 ? 1 : 0, null);
            }

            // No crumbs: each would be a transaction.
            var room = Headroom + (priority is PushPriority.Single ? RoomForSingles : 0);
            return (room >= (priority is PushPriority.Single ? Math.Min(FewestSingles, FewestBulk) : FewestBulk) ? room : 0, null);
        }
    }

    /// <summary>Asks for a call of <see cref="ILanePort.Hungry"/> when there is room again: more is due in the database.</summary>
    public void TellWhenHungry()
    {
        lock (_lock)
            _hungry = true;
        Feed();
    }

    /// <summary>Takes in claimed pushes and starts what may start.</summary>
    public void Add(IReadOnlyList<DuePush> pushes)
    {
        lock (_lock)
        {
            foreach (var push in pushes)
                _waiting[(int)push.Priority].Enqueue(push);
        }

        Pump();
    }

    /// <summary>Nothing of the topic waits in the queue: if nothing does here either, an old trouble is over.</summary>
    public void Rest()
    {
        lock (_lock)
        {
            if (Held == 0)
                _judge.Health.Rest();
        }
    }

    /// <summary>Starts nothing more: the topic was stopped elsewhere, or the portal ends. What waits goes back.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _judge.Stop("Stopped");
            StopIsStored = true;
            PutBackWaiting();
        }
    }

    /// <summary>The completion that stops the topic is committed.</summary>
    public void StopStored()
    {
        lock (_lock)
            StopIsStored = _judge.StopReason is not null;
    }

    /// <summary>The topic may go again; one push goes first.</summary>
    public void Resume()
    {
        lock (_lock)
        {
            StopIsStored = false;
            _resumptions++;
            _judge.Resume();
        }
    }

    private int Capacity => _lines.Values.Sum(line => line?.Capacity ?? 0);

    // So far ahead that no answer finds an empty queue while the next claim is under way.
    private int Headroom => (Ahead * Capacity) - Held;

    private bool HasRoom => _judge.Health.IsProved ? Headroom >= FewestBulk : Held == 0;

    // What was claimed before the doubt would all fail as one probe does.
    private bool MayStart => _judge.Health.IsProved || (_underWay == 0 && _judge.Health.ProbeIn == TimeSpan.Zero);

    private int FewestBulk => Math.Max(1, Capacity / 2);

    private void Pump()
    {
        while (TryStart(out var push, out var slot))
            _ = SendAsync(push, slot, _resumptions);
    }

    private bool TryStart([NotNullWhen(true)] out DuePush? push, [NotNullWhen(true)] out IPushSlot? slot)
    {
        lock (_lock)
        {
            slot = null;
            while (TryPeek(out push))
            {
                if (WhyNot(push) is { } completion)
                {
                    TryTake(out _);
                    port.Complete(completion);
                }
                else if (_lines[push.Kind] is { } line && line.TryReserve(out slot))
                {
                    TryTake(out _);
                    _underWay++;
                    return true;
                }
                else
                {
                    return false;
                }
            }

            return false;
        }
    }

    private PushCompletion? WhyNot(DuePush push)
    {
        if (_judge.StopReason is not null || !MayStart)
            return _judge.PutBack(push);
        if (push.IsExpired)
            return _judge.Expired(push);
        if (!_lines.TryGetValue(push.Kind, out var line))
            return _judge.CannotSend(push, $"NoSenderFor{push.Kind}");
        return line is null || time.GetElapsedTime(push.ClaimedTimestamp) > LatestStart ? _judge.PutBack(push) : null;
    }

    private async Task SendAsync(DuePush push, IPushSlot slot, int resumptions)
    {
        PushCompletion completion;
        try
        {
            var answer = await slot.SendAsync(push, port.Abandon);
            KillPoints.Reach(KillPoints.PushSent);
            lock (_lock)
            {
                completion = answer.Reaction is PushReaction.StopTopic && resumptions != _resumptions
                    ? _judge.RefusedBefore(push, answer)
                    : _judge.Judge(push, answer);
            }
        }
        catch (OperationCanceledException) when (port.Abandon.IsCancellationRequested)
        {
            lock (_lock)
                completion = _judge.PutBack(push);
        }
        catch (Exception problem)
        {
            port.Failed(problem);
            // Put back at once it would fail at once, and so on for a day; and perhaps the service did get it each time.
            lock (_lock)
                completion = _judge.Judge(push, new PushAnswer(PushReaction.Retry) { Reason = SenderFailed });
        }

        port.Complete(completion);
        lock (_lock)
            _underWay--;
        Pump();
        Feed();
    }

    private void Feed()
    {
        lock (_lock)
        {
            var isEnding = _judge.StopReason is not null && Held == 0;
            if (!isEnding && !(_hungry && HasRoom))
                return;
            _hungry = false;
        }

        port.Hungry();
    }

    private void PutBackWaiting()
    {
        while (TryTake(out var push))
            port.Complete(_judge.PutBack(push));
    }

    private bool TryPeek([NotNullWhen(true)] out DuePush? push)
    {
        push = null;
        foreach (var queue in _waiting)
        {
            if (queue.TryPeek(out push))
                return true;
        }

        return false;
    }

    private bool TryTake([NotNullWhen(true)] out DuePush? push)
    {
        push = null;
        foreach (var queue in _waiting)
        {
            if (queue.TryDequeue(out push))
                return true;
        }

        return false;
    }
}

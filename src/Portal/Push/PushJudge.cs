using Portal.Data.Pushes;

namespace Portal.Push;

/// <summary>Turns answers into completions, for one topic: with its health, and the brake on its dead tokens. Not thread-safe.</summary>
public sealed class PushJudge(TimeProvider time)
{
    private readonly TopicBrake _brake = new();
    private string? _refusal;
    private string? _stoppedFromOutside;

    public TopicHealth Health { get; } = new(time);

    /// <summary>Why nothing more may start; null while it may.</summary>
    public string? StopReason => _refusal ?? _stoppedFromOutside;

    /// <summary>What becomes of the push, and what its answer says about the topic.</summary>
    public PushCompletion Judge(DuePush push, PushAnswer answer)
    {
        Learn(answer);
        return answer.Reaction switch
        {
            PushReaction.Accepted => Completion(push, answer, PushFate.Done, PushOutcome.Accepted),
            PushReaction.TokenDead when _brake.IsOn && answer.IsBadToken => Refused(push, answer),
            PushReaction.TokenDead => Completion(push, answer, PushFate.Done, PushOutcome.TokenDead) with { Delay = RetryLadder.Next(push.Attempts) },
            PushReaction.Park => Completion(push, answer, PushFate.Park, PushOutcome.Parked) with { Reason = answer.Reason ?? $"Status{answer.Status}" },
            PushReaction.StopTopic => Refused(push, answer),
            _ => Completion(push, answer, PushFate.Retry, PushOutcome.Retry) with { Delay = RetryLadder.Next(push.Attempts) },
        };
    }

    /// <summary>Refused, but it was sent before the topic was resumed: that says nothing about the topic now.</summary>
    public PushCompletion RefusedBefore(DuePush push, PushAnswer answer) =>
        Completion(push, answer, PushFate.PutBack, PushOutcome.TopicStopped);

    /// <summary>Back to the queue: it was not sent, or nobody knows.</summary>
    public PushCompletion PutBack(DuePush push) =>
        new() { Push = push, Fate = PushFate.PutBack, At = time.GetUtcNow() };

    /// <summary>Its 24 hours are over.</summary>
    public PushCompletion Expired(DuePush push) =>
        new() { Push = push, Fate = PushFate.Done, Outcome = PushOutcome.Expired, At = time.GetUtcNow() };

    /// <summary>Nobody here can push to this kind of wallet.</summary>
    public PushCompletion CannotSend(DuePush push, string reason) =>
        new() { Push = push, Fate = PushFate.Park, Outcome = PushOutcome.Parked, Reason = reason, At = time.GetUtcNow() };

    /// <summary>Stops for a reason that no answer gave. It is never stored: an answer that refuses the topic after it has its own reason.</summary>
    public void Stop(string reason) => _stoppedFromOutside ??= reason;

    /// <summary>Starts anew with one push, when the topic was resumed.</summary>
    public void Resume()
    {
        (_refusal, _stoppedFromOutside) = (null, null);
        _brake.Release();
        Health.Doubt();
    }

    private void Learn(PushAnswer answer)
    {
        if (answer.Reaction is PushReaction.Retry)
        {
            Health.Trouble();
            return;
        }

        _brake.Count(answer.IsBadToken);
        if (answer.Reaction is PushReaction.StopTopic)
            _refusal ??= answer.Reason ?? $"Status{answer.Status}";
        else if (_brake.IsOn)
            _refusal ??= TopicStops.Brake;
        else
            Health.Well();
    }

    private PushCompletion Refused(DuePush push, PushAnswer answer) =>
        Completion(push, answer, PushFate.PutBack, PushOutcome.TopicStopped) with { StopReason = _refusal };

    private PushCompletion Completion(DuePush push, PushAnswer answer, PushFate fate, PushOutcome outcome) => new()
    {
        Push = push,
        Fate = fate,
        Outcome = outcome,
        At = time.GetUtcNow(),
        Duration = answer.Duration,
        Status = answer.Status,
        Reason = answer.Reason,
        ApnsId = answer.ApnsId,
        DeadSince = answer.DeadSince,
        DeathIsDated = answer.DeathIsDated,
    };
}

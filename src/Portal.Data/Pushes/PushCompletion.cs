namespace Portal.Data.Pushes;

/// <summary>What becomes of a claimed row.</summary>
public enum PushFate
{
    /// <summary>Finished.</summary>
    Done = 0,

    /// <summary>Tried again after <see cref="PushCompletion.Delay"/>, one attempt older.</summary>
    Retry = 1,

    /// <summary>Back to the queue as if it had not been claimed.</summary>
    PutBack = 2,

    /// <summary>Kept with the reason and not tried again before the next change.</summary>
    Park = 3,
}

/// <summary>The end of one claim.</summary>
public sealed record PushCompletion
{
    public required DuePush Push { get; init; }

    public required PushFate Fate { get; init; }

    /// <summary>What to write into the log; null when nothing was sent.</summary>
    public PushOutcome? Outcome { get; init; }

    /// <summary>When the answer came, or was given up on.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long to wait before the row is due again.</summary>
    public TimeSpan Delay { get; init; }

    public TimeSpan Duration { get; init; }

    public int? Status { get; init; }

    public string? Reason { get; init; }

    public string? ApnsId { get; init; }

    /// <summary>For a dead token: the moment it died. A token presented later than that is alive.</summary>
    public DateTimeOffset? DeadSince { get; init; }

    /// <summary>Whether <see cref="DeadSince"/> has to be known: an answer that dates the death proves nothing without its date.</summary>
    public bool DeathIsDated { get; init; }

    /// <summary>Set on the answer that stops the whole topic.</summary>
    public string? StopReason { get; init; }
}

namespace Portal.Push;

/// <summary>How one push ended, whichever service it went to.</summary>
public sealed record PushAnswer(PushReaction Reaction)
{
    /// <summary>The HTTP status; null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The service's word, or ours when no answer came.</summary>
    public string? Reason { get; init; }

    public string? ApnsId { get; init; }

    /// <summary>For a dead token: since when.</summary>
    public DateTimeOffset? DeadSince { get; init; }

    /// <summary>The service dates such deaths, so one without a date proves nothing.</summary>
    public bool DeathIsDated { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>The word for a token the service has never heard of, which a mistake of ours yields for every token.</summary>
    public bool IsBadToken => Reaction is PushReaction.TokenDead && !DeathIsDated;
}

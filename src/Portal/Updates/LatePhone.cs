namespace Portal.Updates;

/// <summary>A pass on a phone that is not known to have an update.</summary>
public sealed record LatePhone
{
    public required long RegistrationId { get; init; }

    public required LateReason Reason { get; init; }

    public required long DeviceId { get; init; }

    public required string LibraryIdentifier { get; init; }

    public string? UserAgent { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public required long PassId { get; init; }

    public required string SerialNumber { get; init; }

    public string? Holder { get; init; }

    /// <summary>When the push service last took a push for it.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? ListedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public DateTimeOffset? RetiredAt { get; init; }

    public string? RetiredReason { get; init; }

    /// <summary>When its waiting push is due; null when none waits.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Why its push waits for nothing but a new change.</summary>
    public string? ParkedReason { get; init; }

    public DateTimeOffset? PushedAgainAt { get; init; }
}

using Portal.Data.Devices;

namespace Portal.Data.Pushes;

/// <summary>A claimed push: what its holder needs to send it, and what it must show to complete it.</summary>
public sealed record DuePush
{
    public required long PushTargetId { get; init; }

    public required int PassTypeId { get; init; }

    public required PushKind Kind { get; init; }

    public required string PushToken { get; init; }

    /// <summary>The tag at the time of the claim; a newer change queues a push of its own.</summary>
    public required long Tag { get; init; }

    public PushPriority Priority { get; init; }

    /// <summary>How often it was tried before without a lasting answer.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset QueuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Its time was over when it was claimed, by the clock of the queue.</summary>
    public bool IsExpired { get; init; }

    /// <summary>The claim: once it is over, the push is not this holder's to complete.</summary>
    public Guid LeaseId { get; init; }

    /// <summary>How many pushes the claim took: with the last answer it ends.</summary>
    public int ClaimedTogether { get; init; }

    /// <summary>The <see cref="TimeProvider.GetTimestamp"/> before the claim: the lease is measured by no clock that may be set.</summary>
    public long ClaimedTimestamp { get; init; }
}

using Portal.Data.Devices;

namespace Portal.Data.Pushes;

/// <summary>A claimed push: what its holder needs to send it, and what it must show to complete it.</summary>
/// <remarks>
/// <see cref="LeaseId"/> is the claim: without it, or with an older one, the row is not this holder's to complete.
/// <see cref="Tag"/> is the tag at the time of the claim: a row that carries a newer one afterwards goes out again.
/// <see cref="Attempts"/> counts how often it was tried before without a lasting answer.
/// </remarks>
public sealed record DuePush(
    long PushTargetId,
    int PassTypeId,
    Guid LeaseId,
    long Tag,
    PushPriority Priority,
    int Attempts,
    PushKind Kind,
    string PushToken,
    DateTimeOffset ClaimedAt,
    DateTimeOffset ExpiresAt);

using Portal.Data.Certificates;
using Portal.Data.Pushes;

namespace Portal.Data.Devices;

/// <summary>Where one push goes: a push token under one pass type. Several devices may share it.</summary>
public sealed class PushTarget
{
    public long Id { get; set; }

    public int PassTypeId { get; set; }

    public PassType? PassType { get; set; }

    public PushKind Kind { get; set; }

    /// <summary>As the device sent it; no length is assumed.</summary>
    public required string PushToken { get; set; }

    /// <summary>SHA-256 of <see cref="PushToken"/>, lower-case hex: a token may be longer than an index entry.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Stored for wallets that name their own push service; never called.</summary>
    public string? PushServiceUrl { get; set; }

    /// <summary>The last time a device presented this token. A 410 older than this is ignored.</summary>
    public DateTimeOffset TokenSetAt { get; set; }

    /// <summary>The highest tag APNs accepted a push for.</summary>
    public long AcceptedTag { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>The last answer in a word, such as Accepted or Unregistered.</summary>
    public string? LastResult { get; set; }

    public DateTimeOffset? LastPushAt { get; set; }

    /// <summary>When staff last had it pushed again for an update that did not arrive.</summary>
    public DateTimeOffset? PushedAgainAt { get; set; }

    /// <summary>Set when APNs called the token dead; the registrations are kept, and undoing it brings them back.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    public string? RetiredReason { get; set; }

    /// <summary>The push that waits for it; null when none does, or when it is under way.</summary>
    public PendingPush? Pending { get; set; }
}

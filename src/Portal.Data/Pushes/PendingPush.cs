using Portal.Data.Devices;

namespace Portal.Data.Pushes;

/// <summary>
/// A push that is due to a target. One row per target: a second change before it went out raises its tag and nothing more.
/// A claim takes the row out of the queue, into a <see cref="PushLease"/>; a change after that queues a new one.
/// </summary>
public sealed class PendingPush
{
    public long PushTargetId { get; set; }

    public PushTarget? PushTarget { get; set; }

    /// <summary>The target's pass type, repeated here so that a stopped topic is passed over without a join.</summary>
    public int PassTypeId { get; set; }

    public long Tag { get; set; }

    public PushPriority Priority { get; set; }

    public DateTimeOffset QueuedAt { get; set; }

    /// <summary>When to send it.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>24 hours after the last change: nobody is woken for older news.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Set when the fault is ours and trying again is useless, with APNs' word for it.</summary>
    public string? ParkedReason { get; set; }
}

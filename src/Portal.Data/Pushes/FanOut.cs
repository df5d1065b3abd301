namespace Portal.Data.Pushes;

/// <summary>
/// A publication that reaches too many devices to queue their pushes in its own transaction. It commits as this one row, and
/// the worker queues the pushes in the order of the targets' ids, a window of them at a time.
/// </summary>
public sealed class FanOut
{
    public long Id { get; set; }

    public long DesignId { get; set; }

    public long Tag { get; set; }

    public DateTimeOffset QueuedAt { get; set; }

    /// <summary>The last target whose push is queued.</summary>
    public long QueuedUpTo { get; set; }
}

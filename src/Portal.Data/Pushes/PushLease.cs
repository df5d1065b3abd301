namespace Portal.Data.Pushes;

/// <summary>
/// One claim: the pushes that were taken out of the queue together. The row goes with the last answer, or when its holder
/// is given up for dead; then what was not answered returns to the queue.
/// </summary>
public sealed class PushLease
{
    public Guid Id { get; set; }

    /// <summary>The process that holds it. On SQLite a lease of another process is void at once: there is only one.</summary>
    public Guid BootId { get; set; }

    /// <summary>By the clock of the holder, as the answers it stores.</summary>
    public DateTimeOffset ClaimedAt { get; set; }

    /// <summary>By the clock of the database, which all nodes share.</summary>
    public DateTimeOffset Until { get; set; }

    /// <summary>The pushes, as <see cref="LeasedPushes"/> writes them.</summary>
    public required string Pushes { get; set; }
}

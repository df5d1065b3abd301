using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Pushes;

/// <summary>What waits of one priority.</summary>
/// <param name="Priority">Of these pushes.</param>
/// <param name="Waiting">How many; parked ones, which only a new change sends, are left out.</param>
/// <param name="OldestAt">When the oldest of them was queued; null when there is none.</param>
public sealed record PushBacklog(PushPriority Priority, long Waiting, DateTimeOffset? OldestAt);

/// <summary>Counts what waits. Reads the whole queue: some ten milliseconds for a hundred thousand, so not more than a few times a minute.</summary>
public sealed class PushBacklogs(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>A row for each priority, also where nothing waits.</summary>
    public async Task<IReadOnlyList<PushBacklog>> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var counted = await db.PendingPushes.Where(push => push.ParkedReason == null)
            .GroupBy(push => push.Priority)
            .Select(pushes => new PushBacklog(pushes.Key, pushes.LongCount(), pushes.Min(push => push.QueuedAt)))
            .ToListAsync(cancellationToken);
        return [.. Enum.GetValues<PushPriority>().Select(priority => counted.Find(row => row.Priority == priority) ?? new(priority, 0, null))];
    }
}

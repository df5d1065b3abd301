using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Pushes;
using Portal.Data.Storage;

namespace Portal.Benchmarks.Pushing;

/// <summary>A push to every phone of a pass type by one bare statement, without the queue's own rules.</summary>
internal static class QueuedPushes
{
    /// <exception cref="InvalidOperationException">There are not as many phones as expected.</exception>
    public static async Task InsertAsync(this PortalDbContext db, int passTypeId, long tag, int expected, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow;
        var queued = await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "PendingPushes" ("PushTargetId", "PassTypeId", "Tag", "Priority", "QueuedAt", "DueAt", "ExpiresAt", "Attempts")
            SELECT "Id", "PassTypeId", {0}, {1}, {2}, {2}, {3}, 0 FROM "PushTargets" WHERE "PassTypeId" = {4}
            """,
            [tag, (int)PushPriority.Publication, db.StoredInstant(now), db.StoredInstant(now + PushQueue.Lifetime), passTypeId], cancellationToken);
        if (queued != expected)
            throw new InvalidOperationException($"{queued} pushes were queued instead of {expected}.");
    }
}

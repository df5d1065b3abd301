using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Pushes;
using Portal.Data.Storage;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Tests.Faults;

/// <summary>Thousands of phones that exist in the database only, and a push to each of them.</summary>
internal sealed class ManyPushes(TestDatabase database, int count)
{
    private long _tag;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Adds the phones to the only design there is, and puts their pushes into the queue.</summary>
    public Task QueueAsync() => database.Writer.WriteAsync(
        async (db, token) =>
        {
            var design = await db.Designs.SingleAsync(token);
            await db.AddInstalledPassesAsync(design, first: 1, count);
            _tag = (await UpdateClock.AdvanceAsync(db, design.PassTypeId, token)).Number;
            var now = db.StoredInstant(DateTimeOffset.UtcNow);
            var queued = await db.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "PendingPushes" ("PushTargetId", "PassTypeId", "Tag", "Priority", "QueuedAt", "DueAt", "ExpiresAt", "Attempts")
                SELECT "Id", "PassTypeId", {0}, {1}, {2}, {2}, {3}, 0 FROM "PushTargets" WHERE "AcceptedTag" = 0 AND "PushToken" LIKE '000000%'
                """,
                [_tag, (int)PushPriority.Single, now, db.StoredInstant(DateTimeOffset.UtcNow + PushQueue.Lifetime)], token);
            Assert.Equal(count, queued);
        },
        Cancelled);

    /// <summary>How many of the phones have not been pushed.</summary>
    public async Task<int> NotPushedAsync()
    {
        await using var db = await database.Contexts.CreateDbContextAsync(Cancelled);
        return count - await db.PushTargets.CountAsync(target => target.AcceptedTag == _tag, Cancelled);
    }

    /// <summary>How many acceptances were stored: one for each push, when none is stored twice.</summary>
    public async Task<int> AnswersAsync()
    {
        await using var db = await database.Contexts.CreateDbContextAsync(Cancelled);
        return await db.PushAttempts.CountAsync(attempt => attempt.Tag == _tag && attempt.Outcome == PushOutcome.Accepted, Cancelled);
    }

    /// <summary>The processes that hold leases now.</summary>
    public async Task<IReadOnlyList<Guid>> HoldersAsync()
    {
        await using var db = await database.Contexts.CreateDbContextAsync(Cancelled);
        return await db.PushLeases.Select(lease => lease.BootId).Distinct().ToListAsync(Cancelled);
    }
}

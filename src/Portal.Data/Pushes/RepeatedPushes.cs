using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>Pushes once more to targets that were pushed and whose phones did not come: nothing changed, and no tag is drawn.</summary>
public static class RepeatedPushes
{
    /// <summary>The least time between two such pushes to a target.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromHours(1);

    /// <summary>The most targets of one transaction, so that it holds the clock for milliseconds.</summary>
    public const int BatchLimit = 1_000;

    // Parameters: 0 targets, 1 now, 2 before when they were last pushed again.
    private const string SqliteNote = Note + "(SELECT value FROM json_each({0}))" + IfNotLately;

    private const string PostgresNote = Note + "(SELECT value::bigint FROM json_array_elements_text({0}::json))" + IfNotLately;

    private const string Note = """UPDATE "PushTargets" SET "PushedAgainAt" = {1} WHERE "Id" IN """;

    private const string IfNotLately =
        """ AND "RetiredAt" IS NULL AND ("PushedAgainAt" IS NULL OR "PushedAgainAt" <= {2}) RETURNING "Id" AS "Value" """;

    /// <summary>Queues them at the pace of bulk work, those left out that were pushed again within <see cref="Spacing"/>.</summary>
    /// <remarks>The clock of the pass type is held from here on: of two people who ask at once the second finds nobody left.</remarks>
    /// <param name="db">In a transaction that has done nothing so far.</param>
    /// <param name="passTypeId">Of all these targets.</param>
    /// <param name="targets">Whom to push: at most <see cref="BatchLimit"/>.</param>
    /// <param name="now">The moment that is noted on them.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>How many are pushed.</returns>
    public static async Task<int> EnqueueAsync(
        PortalDbContext db, int passTypeId, IReadOnlyList<long> targets, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await UpdateClock.HoldAsync(db, passTypeId, cancellationToken);
        var ids = await db.Database.SqlQueryRaw<long>(
            db.Database.IsSqlite() ? SqliteNote : PostgresNote,
            JsonSerializer.Serialize(targets), db.StoredInstant(now), db.StoredInstant(now - Spacing)).ToListAsync(cancellationToken);
        var tag = await db.UpdateClocks.Where(clock => clock.PassTypeId == passTypeId).Select(clock => clock.Number).SingleAsync(cancellationToken);
        await PushQueue.EnqueueForTargetsAsync(db, ids, tag, now, cancellationToken);
        return ids.Count;
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>Queues pushes: one INSERT ... SELECT however many devices there are, inside the transaction of the change.</summary>
/// <remarks>
/// A target that already waits keeps its place and only takes the newer tag, so that several changes become one push.
/// A row that was parked is tried again, for the change may have cured it. One that waits after a failed try keeps its moment:
/// a service in trouble and a device that is to be left alone get no more tries for it.
/// </remarks>
public static class PushQueue
{
    /// <summary>How long a push is worth sending after its change.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The most pushes queued in the transaction of a change: more are queued by <see cref="FanOuts"/>, after its commit.</summary>
    public const int MostAtOnce = 10_000;

    private const string Renew = """, "ExpiresAt" = excluded."ExpiresAt", "ParkedReason" = NULL""";

    private const string Columns =
        """INSERT INTO "PendingPushes" ("PushTargetId", "PassTypeId", "Tag", "Priority", "QueuedAt", "DueAt", "ExpiresAt", "Attempts") """;

    private const string LiveAppleTarget =
        """r."EndedAt" IS NULL AND t."RetiredAt" IS NULL AND t."Kind" = 'Apple'""";

    private const string OfDesign = """r."PassId" IN (SELECT "Id" FROM "Passes" WHERE "DesignId" = {1})""";

    private const string SqliteTargets = """t."Id" IN (SELECT value FROM json_each({1}))""";

    private const string PostgresTargets = """t."Id" IN (SELECT value::bigint FROM json_array_elements_text({1}::json))""";

    /// <summary>Queues a push to every device that has the pass. Returns how many targets wait.</summary>
    public static Task<int> EnqueueForPassAsync(
        PortalDbContext db, long passId, long tag, DateTimeOffset now, CancellationToken cancellationToken) =>
        InsertAsync(db, Sql(db, """r."PassId" = {1}"""), [passId], new(tag, PushPriority.Single, now), cancellationToken);

    /// <summary>Queues a push to every device that has a pass of the design, or leaves that to <see cref="FanOuts"/> when there are many.</summary>
    public static async Task EnqueueForDesignAsync(
        PortalDbContext db, long designId, long tag, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var live = await db.Database.SqlQuery<long>(
            $"""
            SELECT COUNT(*) AS "Value" FROM (
                SELECT 1 FROM "Registrations" r JOIN "Passes" p ON p."Id" = r."PassId"
                WHERE p."DesignId" = {designId} AND r."EndedAt" IS NULL LIMIT {MostAtOnce + 1}) reached
            """).SingleAsync(cancellationToken);
        if (live <= MostAtOnce)
        {
            await InsertAsync(db, Sql(db, OfDesign), [designId], new(tag, PushPriority.Publication, now), cancellationToken);
            return;
        }

        db.FanOuts.Add(new FanOut { DesignId = designId, Tag = tag, QueuedAt = now });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Leaves a push to every device to <see cref="FanOuts"/>, design by design.</summary>
    public static Task<int> EnqueueForEverybodyAsync(PortalDbContext db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "FanOuts" ("DesignId", "Tag", "QueuedAt", "QueuedUpTo")
            SELECT d."Id", c."Number", {0}, 0 FROM "Designs" d JOIN "UpdateClocks" c ON c."PassTypeId" = d."PassTypeId"
            """,
            [db.StoredInstant(now)], cancellationToken);

    /// <summary>Queues a push to one target.</summary>
    public static Task<int> EnqueueForTargetAsync(
        PortalDbContext db, long pushTargetId, long tag, DateTimeOffset now, CancellationToken cancellationToken) =>
        InsertAsync(db, Sql(db, """t."Id" = {1}"""), [pushTargetId], new(tag, PushPriority.Single, now), cancellationToken);

    /// <summary>Queues a push, at the pace of bulk work, to each of many targets.</summary>
    public static Task<int> EnqueueForTargetsAsync(
        PortalDbContext db, IReadOnlyList<long> pushTargetIds, long tag, DateTimeOffset now, CancellationToken cancellationToken) =>
        InsertAsync(
            db, Sql(db, db.Database.IsSqlite() ? SqliteTargets : PostgresTargets), [JsonSerializer.Serialize(pushTargetIds)],
            new(tag, PushPriority.Bulk, now), cancellationToken);

    /// <summary>Queues the pushes of a large publication to the targets after the last that was queued, up to <paramref name="end"/>.</summary>
    internal static Task<int> EnqueueForWindowAsync(PortalDbContext db, FanOut fanOut, long end, CancellationToken cancellationToken) =>
        InsertAsync(
            db, Sql(db, """t."Id" > {5} AND t."Id" <= {6} AND EXISTS (SELECT 1 FROM "Passes" p WHERE p."Id" = r."PassId" AND p."DesignId" = {1})"""),
            [fanOut.DesignId, fanOut.QueuedUpTo, end], new(fanOut.Tag, PushPriority.Publication, fanOut.QueuedAt), cancellationToken);

    // The order keeps two transactions that want the same rows from waiting for each other. On PostgreSQL the times are the
    // database's, by which it is claimed and given up.
    private static string Sql(PortalDbContext db, string which) =>
        $$"""
        {{Columns}}
        SELECT DISTINCT t."Id", t."PassTypeId", {0}, {2}, {3}, {{(db.Database.IsSqlite() ? "{3}, {4}" : "now(), now() + ({4}::timestamptz - {3}::timestamptz)")}}, 0
        FROM "Registrations" r JOIN "PushTargets" t ON t."Id" = r."PushTargetId"
        WHERE {{which}} AND {{LiveAppleTarget}}
        ORDER BY 1
        {{PendingMerge.Sql}}{{Renew}}
        """;

    private static Task<int> InsertAsync(PortalDbContext db, string sql, object[] which, Wake wake, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(
            sql,
            [wake.Tag, which[0], (int)wake.Priority, db.StoredInstant(wake.Now), db.StoredInstant(wake.Now + Lifetime), .. which[1..]],
            cancellationToken);

    private readonly record struct Wake(long Tag, PushPriority Priority, DateTimeOffset Now);
}

using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Pushes;

/// <summary>The statements of <see cref="PushCompletions"/>, over a batch as <see cref="CompletionColumns"/>.</summary>
internal sealed class PushCompletionSql
{
    private const string SqliteEnd =
        """DELETE FROM "PendingPushes" WHERE "PushTargetId" = $target AND "LeaseId" = $lease AND "Tag" = $tag AND $fate = 0""";

    private static readonly PushCompletionSql Sqlite = new(sqlite: true);
    private static readonly PushCompletionSql Postgres = new(sqlite: false);

    private PushCompletionSql(bool sqlite)
    {
        var now = CompletionColumns.Now(sqlite);
        Retire =
            $"""
            UPDATE "PushTargets" AS t SET "RetiredAt" = COALESCE(t."RetiredAt", {now}), "RetiredReason" = COALESCE(t."RetiredReason", a.reason)
            FROM {CompletionColumns.Table(sqlite, "target", "token", "reason", "dated", "dead")}
            WHERE t."Id" = a.target AND t."PushToken" = a.token AND (a.dated = 0 OR a.dead > t."TokenSetAt")
            RETURNING "Id" AS "Value"
            """;
        End = sqlite ? SqliteEnd : PostgresEnd();
        Release =
            $"""
            UPDATE "PendingPushes" AS p SET "LeaseId" = NULL, "LeasedBy" = NULL, "LeasedUntil" = NULL,
                "DueAt" = {(sqlite ? now + " + a.delay" : "now() + a.delay * interval '1 microsecond'")},
                "Attempts" = CASE a.fate WHEN 1 THEN p."Attempts" + 1 WHEN 0 THEN 0 ELSE p."Attempts" END,
                "ParkedReason" = CASE WHEN a.fate = 3 AND p."Tag" = a.tag THEN COALESCE(a.reason, 'Parked') ELSE p."ParkedReason" END
            FROM {CompletionColumns.Table(sqlite, "target", "lease", "tag", "fate", "delay", "reason")}
            WHERE p."PushTargetId" = a.target AND p."LeaseId" = a.lease
            """;
        Mark =
            $"""
            UPDATE "PushTargets" AS t SET "LastResult" = a.word, "LastPushAt" = a.at,
                "AcceptedTag" = CASE WHEN a.word = 'Accepted' AND a.tag > t."AcceptedTag" THEN a.tag ELSE t."AcceptedTag" END,
                "AcceptedAt" = CASE WHEN a.word = 'Accepted' THEN a.at ELSE t."AcceptedAt" END
            FROM {CompletionColumns.Table(sqlite, "target", "tag", "at", "word")}
            WHERE t."Id" = a.target AND a.word IS NOT NULL
            """;
        Log =
            $"""
            INSERT INTO "PushAttempts" ("PushTargetId", "PassTypeId", "Tag", "At", "DurationMilliseconds", "Outcome", "Status", "Reason", "ApnsId")
            SELECT a.target, a.type, a.tag, a.at, a.duration, a.outcome, a.status, a.reason, a.apns
            FROM {CompletionColumns.Table(sqlite, "target", "type", "tag", "at", "duration", "outcome", "status", "reason", "apns")}
            WHERE a.outcome IS NOT NULL
            """;
    }

    /// <summary>Retires the targets that the batch calls dead, and gives their ids.</summary>
    public string Retire { get; }

    /// <summary>Ends the finished rows that carry the lease and the tag of their claim.</summary>
    public string End { get; }

    /// <summary>What is still held under the lease of its claim goes back to the queue, free.</summary>
    public string Release { get; }

    /// <summary>Writes the last result and the accepted tag on the targets.</summary>
    public string Mark { get; }

    public string Log { get; }

    public static PushCompletionSql For(PortalDbContext db) => db.Database.IsSqlite() ? Sqlite : Postgres;

    // All rows of the batch are taken in the order of their keys, as a change that queues pushes does: the two would
    // deadlock otherwise. SQLite has one writer and needs no such thing.
    private static string PostgresEnd() =>
        $$"""
        WITH held AS MATERIALIZED (
            SELECT p."PushTargetId", p."LeaseId", p."Tag", p.ctid AS place FROM "PendingPushes" p
            WHERE p."PushTargetId" = ANY({0}) ORDER BY p."PushTargetId" FOR UPDATE)
        DELETE FROM "PendingPushes" p USING held, {{CompletionColumns.Table(false, "target", "lease", "tag", "fate")}}
        WHERE p.ctid = held.place AND held."PushTargetId" = a.target AND held."LeaseId" = a.lease AND held."Tag" = a.tag AND a.fate = 0
        """;
}

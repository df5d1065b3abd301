using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Pushes;

/// <summary>The statements of <see cref="PushCompletions"/>. Parameter 0 is the batch as JSON, 1 the present moment.</summary>
internal sealed class PushCompletionSql
{
    private const string Now = "{1}";

    private static readonly PushCompletionSql Sqlite = new(sqlite: true);
    private static readonly PushCompletionSql Postgres = new(sqlite: false);

    private PushCompletionSql(bool sqlite)
    {
        var due = sqlite ? Now + " + a.delay" : "now() + a.delay * interval '1 microsecond'";
        Lock = sqlite
            ? null
            : $"""
            SELECT 1 FROM "PendingPushes" WHERE "PushTargetId" IN (SELECT a.target FROM {Answers(sqlite)})
            ORDER BY "PushTargetId" FOR UPDATE
            """;
        Retire =
            $"""
            UPDATE "PushTargets" AS t SET "RetiredAt" = COALESCE(t."RetiredAt", {Now}), "RetiredReason" = COALESCE(t."RetiredReason", a.reason)
            FROM {Answers(sqlite, "token", "reason", "dated", "dead")}
            WHERE t."Id" = a.target AND t."PushToken" = a.token AND (a.dated = 0 OR a.dead > t."TokenSetAt")
            RETURNING "Id" AS "Value"
            """;
        Log =
            $"""
            INSERT INTO "PushAttempts" ("PushTargetId", "PassTypeId", "Tag", "At", "DurationMilliseconds", "Outcome", "Status", "Reason", "ApnsId")
            SELECT t."Id", a.type, a.tag, a.at, a.duration, a.outcome, a.status, a.reason, a.apns
            FROM {Answers(sqlite, "type", "tag", "at", "duration", "outcome", "status", "reason", "apns")}
                JOIN "PassTypes" y ON y."Id" = a.type LEFT JOIN "PushTargets" t ON t."Id" = a.target
            WHERE a.outcome IS NOT NULL
            """;
        Mark =
            $"""
            UPDATE "PushTargets" AS t SET "LastResult" = a.word, "LastPushAt" = a.at,
                "AcceptedTag" = CASE WHEN a.word = 'Accepted' AND a.tag > t."AcceptedTag" THEN a.tag ELSE t."AcceptedTag" END,
                "AcceptedAt" = CASE WHEN a.word = 'Accepted' THEN a.at ELSE t."AcceptedAt" END
            FROM {Answers(sqlite, "tag", "at", "word")}
            WHERE t."Id" = a.target AND a.word IS NOT NULL
            """;
        // Everything the batch still holds and does not end here goes back to the queue, free.
        Release =
            $"""
            UPDATE "PendingPushes" AS p SET "LeaseId" = NULL, "LeasedBy" = NULL, "LeasedUntil" = NULL, "DueAt" = {due},
                "Attempts" = CASE a.fate WHEN 1 THEN p."Attempts" + 1 WHEN 0 THEN 0 ELSE p."Attempts" END,
                "ParkedReason" = CASE WHEN a.fate = 3 AND p."Tag" = a.tag THEN COALESCE(a.reason, 'Parked') ELSE p."ParkedReason" END
            FROM {Answers(sqlite, "lease", "tag", "fate", "delay", "reason")}
            WHERE p."PushTargetId" = a.target AND p."LeaseId" = a.lease AND NOT (a.fate = 0 AND p."Tag" = a.tag)
            """;
        // The first condition finds the rows by their key, the second makes sure that they are still ours.
        Delete =
            $"""
            DELETE FROM "PendingPushes"
            WHERE "PushTargetId" IN (SELECT a.target FROM {Answers(sqlite, "fate")} WHERE a.fate = 0)
                AND ("PushTargetId", "LeaseId", "Tag") IN (SELECT a.target, a.lease, a.tag FROM {Answers(sqlite, "lease", "tag", "fate")} WHERE a.fate = 0)
            """;
    }

    /// <summary>
    /// Takes the rows in the order of their keys, as a change that queues pushes does: the two would deadlock otherwise.
    /// SQLite has one writer and needs no such thing.
    /// </summary>
    public string? Lock { get; }

    /// <summary>Retires the targets that the batch calls dead, and gives their ids.</summary>
    public string Retire { get; }

    public string Log { get; }

    public string Mark { get; }

    public string Release { get; }

    public string Delete { get; }

    public static PushCompletionSql For(PortalDbContext db) => db.Database.IsSqlite() ? Sqlite : Postgres;

    /// <summary>The batch as a table <c>a</c> with the target and the named columns.</summary>
    private static string Answers(bool sqlite, params string[] columns)
    {
        string[] all = ["target", .. columns];
        return sqlite
            ? $$"""(SELECT {{string.Join(", ", all.Select(column => $"value ->> '{column}' AS {column}"))}} FROM json_each({0})) AS a"""
            : $$"""json_to_recordset({0}::json) AS a({{string.Join(", ", all.Select(column => $"{column} {PostgresType(column)}"))}})""";
    }

    private static string PostgresType(string column) => column switch
    {
        "target" or "tag" or "delay" => "bigint",
        "type" or "fate" or "duration" or "status" or "dated" => "int",
        "lease" => "uuid",
        "at" or "dead" => "timestamptz",
        _ => "text",
    };
}

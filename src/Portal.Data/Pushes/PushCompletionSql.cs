using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Pushes;

/// <summary>The statements of <see cref="PushCompletions"/>, over a batch as <see cref="CompletionColumns"/>.</summary>
internal sealed class PushCompletionSql
{
    // Where another change queued its push meanwhile, that one too waits as long as the device is to be left alone.
    private const string BackOff =
        """
            , "DueAt" = CASE WHEN excluded."Attempts" > "PendingPushes"."Attempts" THEN excluded."DueAt" ELSE "PendingPushes"."DueAt" END,
            "Attempts" = CASE WHEN excluded."Attempts" > "PendingPushes"."Attempts" THEN excluded."Attempts" ELSE "PendingPushes"."Attempts" END
        """;

    private static readonly PushCompletionSql Sqlite = new(new CompletionColumns(sqlite: true));
    private static readonly PushCompletionSql Postgres = new(new CompletionColumns(sqlite: false));

    private PushCompletionSql(CompletionColumns a)
    {
        Retire =
            $"""
            UPDATE "PushTargets" AS t SET "RetiredAt" = COALESCE(t."RetiredAt", {a.Now}), "RetiredReason" = COALESCE(t."RetiredReason", {a["reason"]})
            {a.From("target", "token", "reason", "dated", "dead")}
            WHERE t."Id" = {a["target"]} AND t."PushToken" = {a["token"]} AND ({a["dated"]} = 0 OR {a["dead"]} > t."TokenSetAt")
            RETURNING "Id" AS "Value"
            """;
        Return =
            $"""
            INSERT INTO "PendingPushes" ("PushTargetId", "PassTypeId", "Tag", "Priority", "Attempts", "QueuedAt", "ExpiresAt", "ParkedReason", "DueAt")
            SELECT t."Id", t."PassTypeId", {a["tag"]}, {a["priority"]}, {a["attempts"]}, {a["queued"]}, {a["expires"]}, {a["parked"]}, {a.Later("delay")}
            {a.From("target", "tag", "priority", "attempts", "queued", "expires", "parked", "delay", "\"PushTargets\" t")}
            WHERE t."Id" = {a["target"]} AND t."RetiredAt" IS NULL
            ORDER BY 1
            {PendingMerge.Sql}{BackOff}
            """;
        Mark =
            $"""
            UPDATE "PushTargets" AS t SET "LastResult" = {a["word"]}, "LastPushAt" = {a["at"]},
                "AcceptedTag" = CASE WHEN {a["word"]} = 'Accepted' AND {a["tag"]} > t."AcceptedTag" THEN {a["tag"]} ELSE t."AcceptedTag" END,
                "AcceptedAt" = CASE WHEN {a["word"]} = 'Accepted' THEN {a["at"]} ELSE t."AcceptedAt" END
            {a.From("target", "tag", "at", "word")}
            WHERE t."Id" = {a["target"]} AND {a["word"]} IS NOT NULL
            """;
        Log =
            $"""
            INSERT INTO "PushAttempts" ("PushTargetId", "PassTypeId", "Tag", "At", "DurationMilliseconds", "Outcome", "Status", "Reason", "ApnsId")
            SELECT {a["target"]}, {a["type"]}, {a["tag"]}, {a["at"]}, {a["duration"]}, {a["outcome"]}, {a["status"]}, {a["reason"]}, {a["apns"]}
            {a.From("target", "type", "tag", "at", "duration", "outcome", "status", "reason", "apns")}
            WHERE {a["outcome"]} IS NOT NULL
            """;
    }

    /// <summary>Retires the targets that the batch calls dead, and gives their ids.</summary>
    public string Retire { get; }

    /// <summary>Puts pushes that are not finished back into the queue.</summary>
    public string Return { get; }

    /// <summary>Writes the last result and the accepted tag on the targets.</summary>
    public string Mark { get; }

    public string Log { get; }

    public static PushCompletionSql For(PortalDbContext db) => db.Database.IsSqlite() ? Sqlite : Postgres;
}

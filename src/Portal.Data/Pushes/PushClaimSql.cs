namespace Portal.Data.Pushes;

/// <summary>The statements of <see cref="PushClaims"/> for both databases. Instants leave them as microseconds.</summary>
internal static class PushClaimSql
{
    // Parameter 0: now. One seek in the index for each pass type and priority, however long the queue is.
    public const string SqliteOverview =
        $$"""
        SELECT o.* FROM (
            SELECT t."Id" AS "PassTypeId", t."Identifier" AS "Topic",
                t."PushStoppedAt" IS NOT NULL AS "Stopped",
                COALESCE((SELECT c."UploadedAt" > t."PushStoppedAt" AND t."PushStopReason" <> '{{TopicStops.Brake}}'
                    FROM "SigningCertificates" c WHERE c."Id" = t."SigningCertificateId"), 0) AS "Renewed",
                (SELECT MIN(p."DueAt") {{Waiting}} = 0) - {0} AS "SingleIn",
                (SELECT MIN(p."DueAt") {{Waiting}} = 1) - {0} AS "BulkIn",
                (SELECT MIN(p."DueAt") {{Waiting}} = 2) - {0} AS "PublicationIn"
            FROM "PassTypes" t) o
        WHERE COALESCE(o."SingleIn", o."BulkIn", o."PublicationIn") IS NOT NULL OR o."Stopped"
        """;

    public const string PostgresOverview =
        $$"""
        SELECT o.* FROM (
            SELECT t."Id" AS "PassTypeId", t."Identifier" AS "Topic",
                (t."PushStoppedAt" IS NOT NULL)::int AS "Stopped",
                COALESCE((SELECT (c."UploadedAt" > t."PushStoppedAt" AND t."PushStopReason" <> '{{TopicStops.Brake}}')::int
                    FROM "SigningCertificates" c WHERE c."Id" = t."SigningCertificateId"), 0) AS "Renewed",
                (EXTRACT(EPOCH FROM (SELECT MIN(p."DueAt") {{Waiting}} = 0) - now()) * 1000000)::bigint AS "SingleIn",
                (EXTRACT(EPOCH FROM (SELECT MIN(p."DueAt") {{Waiting}} = 1) - now()) * 1000000)::bigint AS "BulkIn",
                (EXTRACT(EPOCH FROM (SELECT MIN(p."DueAt") {{Waiting}} = 2) - now()) * 1000000)::bigint AS "PublicationIn"
            FROM "PassTypes" t) o
        WHERE COALESCE(o."SingleIn", o."BulkIn", o."PublicationIn") IS NOT NULL OR o."Stopped" <> 0
        """;

    // Parameters: 0 now, 1 pass type, 2 priority, 3 count, 4 the time by which pushes grow old.
    public const string SqliteTake =
        """
        DELETE FROM "PendingPushes" WHERE "PushTargetId" IN (
            SELECT p."PushTargetId" FROM "PendingPushes" p
            WHERE p."PassTypeId" = {1} AND p."Priority" = {2} AND p."ParkedReason" IS NULL AND p."DueAt" <= {0}
                AND EXISTS (SELECT 1 FROM "PassTypes" WHERE "Id" = {1} AND "PushStoppedAt" IS NULL)
            ORDER BY p."DueAt" LIMIT {3})
        RETURNING "PushTargetId", "PassTypeId", "Tag", "Priority", "Attempts", "QueuedAt", "ExpiresAt", "ExpiresAt" <= {4} AS "Expired",
            (SELECT t."Kind" FROM "PushTargets" t WHERE t."Id" = "PendingPushes"."PushTargetId") AS "Kind",
            (SELECT t."PushToken" FROM "PushTargets" t WHERE t."Id" = "PendingPushes"."PushTargetId") AS "PushToken"
        """;

    // Materialised, or the subquery may run again and take more rows than asked for (PostgreSQL bug 15715).
    public const string PostgresTake =
        """
        WITH due AS MATERIALIZED (
            SELECT p.ctid AS place FROM "PendingPushes" p
            WHERE p."PassTypeId" = {1} AND p."Priority" = {2} AND p."ParkedReason" IS NULL AND p."DueAt" <= now()
                AND EXISTS (SELECT 1 FROM "PassTypes" WHERE "Id" = {1} AND "PushStoppedAt" IS NULL)
            ORDER BY p."DueAt" LIMIT {3} FOR UPDATE OF p SKIP LOCKED),
        taken AS (DELETE FROM "PendingPushes" p USING due WHERE p.ctid = due.place RETURNING p.*)
        SELECT p."PushTargetId", p."PassTypeId", p."Tag", p."Priority", p."Attempts",
            (EXTRACT(EPOCH FROM p."QueuedAt") * 1000000)::bigint AS "QueuedAt",
            (EXTRACT(EPOCH FROM p."ExpiresAt") * 1000000)::bigint AS "ExpiresAt", (p."ExpiresAt" <= now())::int AS "Expired", t."Kind", t."PushToken"
        FROM taken p JOIN "PushTargets" t ON t."Id" = p."PushTargetId"
        """;

    // Parameters: 0 lease, 1 boot, 2 now, 3 end of the lease, 4 pushes.
    public const string SqliteLease = Lease + "{3}, {4})";

    public const string PostgresLease = Lease + "now() + ({3}::timestamptz - {2}::timestamptz), {4})";

    /// <summary>Makes due what the clock, put back, would reach only later. Parameters: 0 now, 1 the longest any push may wait.</summary>
    public const string SqliteCatchUp =
        """UPDATE "PendingPushes" SET "DueAt" = {0} WHERE "DueAt" > {0} AND ("QueuedAt" > {0} OR "DueAt" > {1})""";

    /// <summary>Which leases of SQLite are over: those of any other run. Parameters: 0 boot, 1 now.</summary>
    public const string SqliteOthers = """l."BootId" <> {0}""";

    /// <summary>Which leases of PostgreSQL are over, whoever held them.</summary>
    public const string PostgresOver = """l."Until" <= now()""";

    /// <summary>Which leases are this run's.</summary>
    public const string Own = """l."BootId" = {0}""";

    private const string Waiting =
        """FROM "PendingPushes" p WHERE p."PassTypeId" = t."Id" AND p."ParkedReason" IS NULL AND p."Priority" """;

    private const string Lease = """INSERT INTO "PushLeases" ("Id", "BootId", "ClaimedAt", "Until", "Pushes") VALUES ({0}, {1}, {2}, """;

    private const string PendingColumns =
        """INSERT INTO "PendingPushes" ("PushTargetId", "PassTypeId", "Tag", "Priority", "Attempts", "QueuedAt", "ExpiresAt", "DueAt")""";

    // An answer is marked on its target, so what has one since the claim does not return. A row that is there came with a
    // newer change, with an answer that put it back, or from another lease: two changes may have been under way at once.
    private const string Unanswered = """t."RetiredAt" IS NULL AND (t."LastPushAt" IS NULL OR t."LastPushAt" < l."ClaimedAt" OR t."AcceptedTag" < """;

    /// <summary>Returns what is unanswered of some leases to the queue. Parameters: 0 boot, 1 now.</summary>
    public static string SqliteReturn(string which) =>
        $$"""
        {{PendingColumns}}
        SELECT t."Id", t."PassTypeId", e.value ->> 1, e.value ->> 2, e.value ->> 3, e.value ->> 4, e.value ->> 5, {1}
        FROM "PushLeases" l, json_each(l."Pushes") e JOIN "PushTargets" t ON t."Id" = e.value ->> 0
        WHERE {{which}} AND {{Unanswered}}e.value ->> 1)
        {{PendingMerge.Sql}}
        """;

    /// <summary>Forgets some leases.</summary>
    public static string SqliteForget(string which) => $"""DELETE FROM "PushLeases" AS l WHERE {which}""";

    /// <summary>Forgets some leases and returns what is unanswered of them to the queue, in the order of the keys as every change takes them.</summary>
    public static string PostgresReturn(string which) =>
        $$"""
        WITH l AS (DELETE FROM "PushLeases" l WHERE {{which}} RETURNING l.*)
        {{PendingColumns}}
        SELECT DISTINCT ON (t."Id") t."Id", t."PassTypeId", (e ->> 1)::bigint, (e ->> 2)::int, (e ->> 3)::int,
            to_timestamp((e ->> 4)::bigint / 1000000.0), to_timestamp((e ->> 5)::bigint / 1000000.0), now()
        FROM l, json_array_elements(l."Pushes"::json) e JOIN "PushTargets" t ON t."Id" = (e ->> 0)::bigint
        WHERE {{Unanswered}}(e ->> 1)::bigint)
        ORDER BY t."Id", (e ->> 1)::bigint DESC
        {{PendingMerge.Sql}}
        """;
}

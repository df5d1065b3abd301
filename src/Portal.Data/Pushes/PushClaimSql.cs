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
                (SELECT MIN(p."DueAt") FROM "PendingPushes" p
                    WHERE p."PassTypeId" = t."Id" AND p."Priority" = 0 AND p."ParkedReason" IS NULL) - {0} AS "SingleIn",
                (SELECT MIN(p."DueAt") FROM "PendingPushes" p
                    WHERE p."PassTypeId" = t."Id" AND p."Priority" = 1 AND p."ParkedReason" IS NULL) - {0} AS "BulkIn"
            FROM "PassTypes" t) o
        WHERE o."SingleIn" IS NOT NULL OR o."BulkIn" IS NOT NULL OR o."Stopped"
        """;

    public const string PostgresOverview =
        $$"""
        SELECT o.* FROM (
            SELECT t."Id" AS "PassTypeId", t."Identifier" AS "Topic",
                (t."PushStoppedAt" IS NOT NULL)::int AS "Stopped",
                COALESCE((SELECT (c."UploadedAt" > t."PushStoppedAt" AND t."PushStopReason" <> '{{TopicStops.Brake}}')::int
                    FROM "SigningCertificates" c WHERE c."Id" = t."SigningCertificateId"), 0) AS "Renewed",
                (EXTRACT(EPOCH FROM (SELECT MIN(p."DueAt") FROM "PendingPushes" p
                    WHERE p."PassTypeId" = t."Id" AND p."Priority" = 0 AND p."ParkedReason" IS NULL) - now()) * 1000000)::bigint AS "SingleIn",
                (EXTRACT(EPOCH FROM (SELECT MIN(p."DueAt") FROM "PendingPushes" p
                    WHERE p."PassTypeId" = t."Id" AND p."Priority" = 1 AND p."ParkedReason" IS NULL) - now()) * 1000000)::bigint AS "BulkIn"
            FROM "PassTypes" t) o
        WHERE o."SingleIn" IS NOT NULL OR o."BulkIn" IS NOT NULL OR o."Stopped" <> 0
        """;

    // Parameters: 0 lease, 1 boot, 2 now, 3 end of the lease, 4 pass type, 5 priority, 6 count.
    public const string SqliteClaim =
        """
        UPDATE "PendingPushes" SET "LeaseId" = {0}, "LeasedBy" = {1}, "LeasedUntil" = {3}, "DueAt" = {3}
        WHERE "PushTargetId" IN (
            SELECT p."PushTargetId" FROM "PendingPushes" p
            WHERE p."PassTypeId" = {4} AND p."Priority" = {5} AND p."ParkedReason" IS NULL AND p."DueAt" <= {2}
                AND EXISTS (SELECT 1 FROM "PassTypes" WHERE "Id" = {4} AND "PushStoppedAt" IS NULL)
            ORDER BY p."DueAt" LIMIT {6})
        RETURNING "PushTargetId", "PassTypeId", "Tag", "Priority", "Attempts", "ExpiresAt",
            (SELECT t."Kind" FROM "PushTargets" t WHERE t."Id" = "PendingPushes"."PushTargetId") AS "Kind",
            (SELECT t."PushToken" FROM "PushTargets" t WHERE t."Id" = "PendingPushes"."PushTargetId") AS "PushToken"
        """;

    // Materialised, or the subquery may run again and take more rows than asked for (PostgreSQL bug 15715).
    public const string PostgresClaim =
        """
        WITH due AS MATERIALIZED (
            SELECT p."PushTargetId" FROM "PendingPushes" p
            WHERE p."PassTypeId" = {4} AND p."Priority" = {5} AND p."ParkedReason" IS NULL AND p."DueAt" <= now()
                AND EXISTS (SELECT 1 FROM "PassTypes" WHERE "Id" = {4} AND "PushStoppedAt" IS NULL)
            ORDER BY p."DueAt" LIMIT {6} FOR UPDATE OF p SKIP LOCKED)
        UPDATE "PendingPushes" p SET "LeaseId" = {0}, "LeasedBy" = {1},
            "LeasedUntil" = now() + ({3}::timestamptz - {2}::timestamptz), "DueAt" = now() + ({3}::timestamptz - {2}::timestamptz)
        FROM due JOIN "PushTargets" t ON t."Id" = due."PushTargetId"
        WHERE p."PushTargetId" = due."PushTargetId"
        RETURNING p."PushTargetId", p."PassTypeId", p."Tag", p."Priority", p."Attempts",
            (EXTRACT(EPOCH FROM p."ExpiresAt") * 1000000)::bigint AS "ExpiresAt", t."Kind", t."PushToken"
        """;

    private const string Free = """UPDATE "PendingPushes" SET "LeaseId" = NULL, "LeasedBy" = NULL, "LeasedUntil" = NULL, "DueAt" = """;

    // Parameters: 0 boot, 1 now.
    public const string SqliteReleaseOthers = Free + """{1} WHERE "LeasedBy" IS NOT NULL AND "LeasedBy" <> {0}""";

    public const string SqliteReleaseOwn = Free + """{1} WHERE "LeasedBy" = {0}""";

    public const string PostgresReleaseOwn = Free + """now() WHERE "LeasedBy" = {0}""";
}

using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.Devices;

/// <summary>The upserts of a registration.</summary>
internal static class RegistrationWrites
{
    /// <summary>The device's row, made or brought up to date.</summary>
    public static async Task<long> MeetDeviceAsync(
        PortalDbContext db, RegistrationRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO "Devices" ("LibraryIdentifier", "UserAgent", "FirstSeenAt", "LastSeenAt")
            VALUES ({request.DeviceLibraryIdentifier}, {request.UserAgent}, {db.StoredInstant(now)}, {db.StoredInstant(now)})
            ON CONFLICT ("LibraryIdentifier") DO UPDATE SET "LastSeenAt" = excluded."LastSeenAt",
                "UserAgent" = COALESCE(excluded."UserAgent", "Devices"."UserAgent")
            RETURNING "Id" AS "Value"
            """).ToListAsync(cancellationToken);
        return ids[0];
    }

    /// <summary>
    /// A push target for the presented token under its pass type and every other one the device has passes of. A token that
    /// is presented again is alive. What APNs accepted for the device's former token stays accepted.
    /// </summary>
    public static Task<List<KeptTarget>> KeepTargetsAsync(
        PortalDbContext db, RegistrationRequest request, long device, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<KeptTarget>(
            $"""
            INSERT INTO "PushTargets" ("PassTypeId", "Kind", "PushToken", "TokenHash", "PushServiceUrl", "TokenSetAt", "AcceptedTag")
            SELECT w."PassTypeId", {request.Kind.ToString()}, {request.PushToken}, {TokenHash.Of(request.PushToken)}, {request.PushServiceUrl},
                {db.StoredInstant(now)}, MAX(w."AcceptedTag")
            FROM (
                SELECT t."Id" AS "PassTypeId", 0 AS "AcceptedTag" FROM "PassTypes" t WHERE t."Id" = {request.PassTypeId}
                UNION ALL
                SELECT r."PassTypeId", COALESCE(o."AcceptedTag", 0) FROM "Registrations" r LEFT JOIN "PushTargets" o ON o."Id" = r."PushTargetId"
                WHERE r."DeviceId" = {device} AND (r."EndedAt" IS NULL OR r."EndedReason" = 'TokenDead')) w
            WHERE TRUE
            GROUP BY w."PassTypeId"
            ORDER BY w."PassTypeId"
            ON CONFLICT ("PassTypeId", "Kind", "TokenHash") DO UPDATE SET
                "TokenSetAt" = excluded."TokenSetAt", "PushServiceUrl" = excluded."PushServiceUrl",
                "RetiredAt" = NULL, "RetiredReason" = NULL,
                "AcceptedTag" = CASE WHEN excluded."AcceptedTag" > "PushTargets"."AcceptedTag" THEN excluded."AcceptedTag" ELSE "PushTargets"."AcceptedTag" END
            RETURNING "Id", "PassTypeId"
            """).ToListAsync(cancellationToken);

    /// <summary>The registration, made or revived. Its marks stay, or rise to what the device brings: they are evidence of what happened.</summary>
    public static Task KeepRegistrationAsync(PortalDbContext db, KeptRegistration kept, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(
            $$"""
            INSERT INTO "Registrations" ("DeviceId", "PassId", "PassTypeId", "PushTargetId", "AuthorizationWord", "Tag", "CreatedAt",
                "ListedTag", "FetchedTag", "SettledTag")
            VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6}, 0, {7}, 0)
            {{OrdinaryRegistrations.RegistrationConflict}},
                "Tag" = CASE WHEN excluded."Tag" > "Registrations"."Tag" THEN excluded."Tag" ELSE "Registrations"."Tag" END
            """,
            [
                kept.Device, kept.Request.PassId, kept.Request.PassTypeId, kept.Target, kept.Request.AuthorizationWord, kept.Tag,
                db.StoredInstant(kept.Now), kept.HeldTag,
            ],
            cancellationToken);

    public sealed record KeptTarget(long Id, int PassTypeId);

    public sealed record KeptRegistration(long Device, long Target, RegistrationRequest Request, long Tag, long HeldTag, DateTimeOffset Now);
}

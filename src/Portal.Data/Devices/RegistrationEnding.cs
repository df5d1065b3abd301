using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.Devices;

/// <summary>A device takes a registration back.</summary>
internal static class RegistrationEnding
{
    public static async Task<long?> RunAsync(
        PortalDbContext db, long passId, string deviceLibraryIdentifier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ended = await db.Database.SqlQuery<Ended>(
            $"""
            UPDATE "Registrations" SET "EndedAt" = {db.StoredInstant(now)}, "EndedReason" = {nameof(RegistrationEnd.Removed)},
                "AcceptedTag" = COALESCE((SELECT t."AcceptedTag" FROM "PushTargets" t WHERE t."Id" = "Registrations"."PushTargetId"), "AcceptedTag")
            WHERE "PassId" = {passId} AND ("EndedAt" IS NULL OR "EndedReason" = {nameof(RegistrationEnd.TokenDead)})
                AND "DeviceId" = (SELECT d."Id" FROM "Devices" d WHERE d."LibraryIdentifier" = {deviceLibraryIdentifier})
            RETURNING "DeviceId", "PushTargetId"
            """).ToListAsync(cancellationToken);
        if (ended.Count == 0)
            return null;

        await TokenMoves.ForgetUnusedAsync(db, [.. ended.Select(row => row.PushTargetId).OfType<long>()], cancellationToken);
        return ended[0].DeviceId;
    }

    private sealed record Ended(long DeviceId, long? PushTargetId);
}

using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>
/// Who holds the clock of a pass type on PostgreSQL until the end of a transaction: a change for itself, ordinary registrations
/// together. Advisory locks, because a row that many hold at once keeps a list of all its holders, which is written anew for each of them.
/// </summary>
internal static class ClockLock
{
    /// <summary>Taken by what only has to know that no change commits meanwhile; $1 are pass types, taken in the order of their ids.</summary>
    public const string Shared =
        "SELECT pg_advisory_xact_lock_shared(1885434739, type) FROM (SELECT DISTINCT type FROM unnest($1) AS type ORDER BY type OFFSET 0) AS types";

    /// <summary>Keeps two registrations of a device apart; $1 are library identifiers, taken in the order of their hashes and before any clock.</summary>
    public const string Devices =
        "SELECT pg_advisory_xact_lock(key) FROM (SELECT DISTINCT hashtextextended(device, 0) AS key FROM unnest($1) AS device ORDER BY key OFFSET 0) AS keys";

    // 'pass' as a number of 32 bits.
    private const int Space = 0x70617373;

    public static Task TakeDeviceAsync(PortalDbContext db, string deviceLibraryIdentifier, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({deviceLibraryIdentifier}, 0))", cancellationToken);

    /// <summary>The clock of one pass type.</summary>
    public static Task TakeAsync(PortalDbContext db, int passTypeId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Space}, {passTypeId})", cancellationToken);

    /// <summary>The clocks of a pass type and of everything a device has, in the order of their ids.</summary>
    public static Task TakeAsync(PortalDbContext db, int passTypeId, string deviceLibraryIdentifier, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            SELECT pg_advisory_xact_lock({Space}, "PassTypeId") FROM (
                SELECT "PassTypeId" FROM "UpdateClocks" WHERE "PassTypeId" = {passTypeId} OR "PassTypeId" IN (
                    SELECT r."PassTypeId" FROM "Registrations" r JOIN "Devices" d ON d."Id" = r."DeviceId"
                    WHERE d."LibraryIdentifier" = {deviceLibraryIdentifier})
                ORDER BY "PassTypeId" OFFSET 0) clocks
            """, cancellationToken);

    /// <summary>All clocks.</summary>
    public static Task TakeAllAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""SELECT pg_advisory_xact_lock({Space}, "PassTypeId") FROM (SELECT "PassTypeId" FROM "UpdateClocks" ORDER BY "PassTypeId" OFFSET 0) clocks""",
            cancellationToken);
}

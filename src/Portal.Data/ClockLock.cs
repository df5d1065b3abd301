using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>
/// Who holds the clock of a pass type on PostgreSQL until the end of a transaction: a change for itself, ordinary registrations
/// together. Advisory locks, because a row that many hold at once keeps a list of all its holders, which is written anew for each of them.
/// </summary>
internal static class ClockLock
{
    /// <summary>Taken by what only has to know that no change commits meanwhile, as a part of its statement; $2 is the pass type.</summary>
    public const string Shared = "pg_advisory_xact_lock_shared(1885434739, $2)";

    /// <summary>Keeps two registrations of a device apart; $1 is its library identifier. Taken before any clock.</summary>
    public const string Device = "pg_advisory_xact_lock(hashtextextended($1, 0))";

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

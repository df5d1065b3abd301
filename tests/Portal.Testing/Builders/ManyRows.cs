using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Designs;
using Portal.Data.Storage;

namespace Portal.Testing.Builders;

/// <summary>Passes and the phones that have them, by the hundred thousand: a few statements, whatever their number.</summary>
public static class ManyRows
{
    /// <summary>
    /// Adds passes, each on one phone of its own that knows it as it is. The pass numbered <c>i</c> has the serial number
    /// <see cref="Serial"/>, the token <c>token-</c>, and the phone <see cref="Device"/>.
    /// </summary>
    /// <param name="db">Where.</param>
    /// <param name="design">Of these passes; its pass type exists.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="count">How many.</param>
    /// <param name="tag">What they changed at last.</param>
    public static async Task AddInstalledPassesAsync(this PortalDbContext db, PassDesign design, long first, int count, long tag = 1)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var sqlite = db.Database.IsSqlite();
        var numbers = sqlite
            ? $"(WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {first + count}) SELECT i FROM n)"
            : $"(SELECT generate_series({first}, {first + count - 1}) AS i)";
        string Hex(int digits) => sqlite ? $"printf('%0{digits}x', i)" : $"lpad(to_hex(i), {digits}, '0')";
        object[] values = [design.PassTypeId, design.Id, tag, db.StoredInstant(DateTimeOffset.UtcNow)];
        foreach (var statement in new[]
        {
            $$"""
            INSERT INTO "Passes" ("PassTypeId", "DesignId", "SerialNumber", "AuthenticationToken", "DownloadCode", "Values", "SearchText",
                "Voided", "Tag", "TagAt", "FirstHandedOutTag", "FetchedTag", "Revision", "CreatedAt")
            SELECT {0}, {1}, 'p' || {{Hex(16)}}, 'token-' || {{Hex(16)}}, 'code-' || {{Hex(16)}}, '{{"{{}}"}}', 'p' || {{Hex(16)}},
                {{(sqlite ? "0" : "false")}}, {2}, {3}, {2}, 0, 1, {3} FROM {{numbers}} AS numbers
            """,
            $$"""
            INSERT INTO "Devices" ("LibraryIdentifier", "FirstSeenAt", "LastSeenAt")
            SELECT {{Hex(32)}}, {3}, {3} FROM {{numbers}} AS numbers
            """,
            $$"""
            INSERT INTO "PushTargets" ("PassTypeId", "Kind", "PushToken", "TokenHash", "TokenSetAt", "AcceptedTag")
            SELECT {0}, 'Apple', {{Hex(64)}}, {{Hex(64)}}, {3}, 0 FROM {{numbers}} AS numbers
            """,
            $$"""
            INSERT INTO "Registrations" ("DeviceId", "PassId", "PassTypeId", "PushTargetId", "AuthorizationWord", "Tag", "CreatedAt",
                "ListedTag", "FetchedTag", "SettledTag")
            SELECT d."Id", p."Id", {0}, t."Id", 'ApplePass', 0, {3}, 0, {2}, 0 FROM {{numbers}} AS numbers
                JOIN "Passes" p ON p."PassTypeId" = {0} AND p."SerialNumber" = 'p' || {{Hex(16)}}
                JOIN "Devices" d ON d."LibraryIdentifier" = {{Hex(32)}}
                JOIN "PushTargets" t ON t."PassTypeId" = {0} AND t."Kind" = 'Apple' AND t."TokenHash" = {{Hex(64)}}
            """,
        })
        {
            await db.Database.ExecuteSqlRawAsync(statement, values);
        }
    }

    /// <summary>Adds two push attempts for every push target there is: one that had to be tried again, and one that was accepted.</summary>
    public static Task AddAttemptsAsync(this PortalDbContext db) => db.Database.ExecuteSqlRawAsync(
        """
        INSERT INTO "PushAttempts" ("PushTargetId", "PassTypeId", "Tag", "At", "DurationMilliseconds", "Outcome", "Status")
        SELECT t."Id", t."PassTypeId", 1, {0}, 20, o.outcome, o.status
        FROM "PushTargets" t CROSS JOIN (SELECT 'Retry' AS outcome, 503 AS status UNION ALL SELECT 'Accepted', 200) o
        """,
        db.StoredInstant(DateTimeOffset.UtcNow));

    /// <summary>The serial number of a pass by its number.</summary>
    public static string Serial(long number) => "p" + number.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The device library identifier of the phone that has it.</summary>
    public static string Device(long number) => number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}

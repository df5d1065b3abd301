using System.Globalization;
using System.Text;
using Portal.Data;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Benchmarks.Listing;

/// <summary>A thousand phones with one pass each, which changed after the tag they ask with.</summary>
internal static class ListedDevices
{
    private const int Count = 1000;
    private const string PassType = "pass.com.example.benchmark";

    // As an iPhone asks.
    private const string Headers =
        "Host: 127.0.0.1\r\nAccept: */*\r\nAccept-Language: en-GB,en;q=0.9\r\nAccept-Encoding: gzip, deflate\r\n" +
        "User-Agent: passd/1.0 CFNetwork/1568.100.1 Darwin/24.0.0\r\nConnection: keep-alive\r\n\r\n";

    /// <summary>Stores them.</summary>
    /// <returns>The request of each, as it stands on the wire.</returns>
    public static async Task<IReadOnlyList<byte[]>> CreateAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        var seen = default(UpdateTag);
        await database.Writer.WriteAsync(
            async (db, token) =>
            {
                var type = await db.AddPassTypeAsync(PassType);
                var design = await db.AddDesignAsync(type);
                seen = await UpdateClock.AdvanceAsync(db, type.Id, token);
                var changed = await UpdateClock.AdvanceAsync(db, type.Id, token);
                db.Registrations.AddRange(Enumerable.Range(0, Count).Select(number => Registered(type.Id, design.Id, number, changed.Number)));
                await db.SaveChangesAsync(token);
            },
            cancellationToken);
        return [.. Enumerable.Range(0, Count).Select(number => Request(number, seen))];
    }

    private static Registration Registered(int passType, long design, int number, long tag)
    {
        var now = DateTimeOffset.UtcNow;
        var token = Device(number) + Device(number);
        return new Registration
        {
            PassTypeId = passType,
            AuthorizationWord = "ApplePass",
            CreatedAt = now,
            Device = new Device { LibraryIdentifier = Device(number), FirstSeenAt = now, LastSeenAt = now },
            PushTarget = new PushTarget { PassTypeId = passType, Kind = PushKind.Apple, PushToken = token, TokenHash = TokenHash.Of(token), TokenSetAt = now },
            Pass = new IssuedPass
            {
                PassTypeId = passType, DesignId = design, SerialNumber = number.ToString("D16", CultureInfo.InvariantCulture),
                AuthenticationToken = "token-" + Device(number), DownloadCode = "code-" + Device(number), Tag = tag, TagAt = now, CreatedAt = now, Revision = 1,
            },
        };
    }

    private static byte[] Request(int number, UpdateTag tag) => Encoding.ASCII.GetBytes(
        $"GET /v1/devices/{Device(number)}/registrations/{PassType}?passesUpdatedSince={tag} HTTP/1.1\r\n{Headers}");

    // As long as Apple's.
    private static string Device(int number) => number.ToString("x32", CultureInfo.InvariantCulture);
}

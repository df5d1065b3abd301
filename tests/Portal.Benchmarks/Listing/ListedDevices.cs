using System.Text;
using Portal.Data;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Benchmarks.Listing;

/// <summary>Phones with one pass each, which changed after the tag they ask with.</summary>
internal static class ListedDevices
{
    public const string PassType = "pass.com.example.benchmark";

    // As many as are asked in turn: more would only fill the memory of the client.
    private const int MostAsked = 20_000;

    // As an iPhone asks.
    private const string Headers =
        "Host: 127.0.0.1\r\nAccept: */*\r\nAccept-Language: en-GB,en;q=0.9\r\nAccept-Encoding: gzip, deflate\r\n" +
        "User-Agent: passd/1.0 CFNetwork/1568.100.1 Darwin/24.0.0\r\nConnection: keep-alive\r\n\r\n";

    /// <summary>Stores them.</summary>
    /// <param name="database">Where, empty so far.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Stops the storing.</param>
    /// <returns>The requests of some of them, any at random, as they stand on the wire.</returns>
    public static async Task<IReadOnlyList<byte[]>> CreateAsync(TestDatabase database, int count, CancellationToken cancellationToken)
    {
        var seen = await database.Writer.WriteAsync(
            async (db, token) =>
            {
                var type = await db.AddPassTypeAsync(PassType);
                var design = await db.AddDesignAsync(type);
                var seen = await UpdateClock.AdvanceAsync(db, type.Id, token);
                var changed = await UpdateClock.AdvanceAsync(db, type.Id, token);
                await db.AddInstalledPassesAsync(design, first: 0, count, changed.Number);
                return seen;
            },
            cancellationToken);
        await database.AnalyzeAsync(cancellationToken);
        var chance = new Random(count);
        return [.. Enumerable.Range(0, Math.Min(count, MostAsked)).Select(_ => Request(chance.Next(count), seen))];
    }

    private static byte[] Request(int number, UpdateTag tag) => Encoding.ASCII.GetBytes(
        $"GET /v1/devices/{ManyRows.Device(number)}/registrations/{PassType}?passesUpdatedSince={tag} HTTP/1.1\r\n{Headers}");
}

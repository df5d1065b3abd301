using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Portal.Benchmarks.Listing;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Databases;
using Portal.Testing.Hosting;

namespace Portal.Benchmarks.Registering;

/// <summary>Registrations of new phones over HTTP, each stored when it is answered, against bare INSERT transactions of one row on the same database.</summary>
internal static class RegisterRatio
{
    private const double Goal = 0.5;
    private const int Passes = 2_000;

    public static async IAsyncEnumerable<Ratio> MeasureAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await MeasureAsync("register-sqlite", DatabaseProvider.Sqlite, cancellationToken);
        yield return await MeasureAsync("register-postgres", DatabaseProvider.PostgreSql, cancellationToken);
    }

    private static async Task<Ratio> MeasureAsync(string name, DatabaseProvider provider, CancellationToken cancellationToken)
    {
        await using var database = await TestDatabase.CreateDurableAsync(provider, cancellationToken);
        await using (var db = await database.Contexts.CreateDbContextAsync(cancellationToken))
            await db.AddInstalledPassesAsync(await db.AddDesignAsync(await db.AddPassTypeAsync(ListedDevices.PassType)), first: 0, Passes);
        await database.AnalyzeAsync(cancellationToken);
        using var folder = TemporaryFolder.Create();
        await using var portal = PortalProcess.Start(ListRatio.Settings(database, folder), environment: "Production");
        using var client = new LoadClient(await portal.Address.WaitAsync(cancellationToken), () => NextRequest(Passes));
        await using var bare = await BareInserts.CreateAsync(database, cancellationToken);
        return await Rounds.MeasureAsync(name, Goal, () => bare.RunAsync(cancellationToken), client.RunAsync);
    }

    /// <summary>A new phone each time, as an iPhone registers, with one of the passes of <see cref="ManyRows"/>.</summary>
    public static byte[] NextRequest(int passes)
    {
        var (device, pass) = (RandomNumberGenerator.GetHexString(32, lowercase: true), RandomNumberGenerator.GetInt32(passes));
        var body = $$"""{"pushToken":"{{RandomNumberGenerator.GetHexString(64, lowercase: true)}}"}""";
        return Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST /v1/devices/{device}/registrations/{ListedDevices.PassType}/{ManyRows.Serial(pass)} HTTP/1.1\r\nHost: 127.0.0.1\r\n" +
            $"Authorization: ApplePass token-{pass:x16}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
    }
}

using System.Globalization;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Benchmarks.Pushing;

/// <summary>A hundred thousand phones with a push token each, all of one design.</summary>
internal sealed class PushedDevices
{
    public const int Count = 100_000;
    public const string PassType = "pass.com.example.benchmark";

    /// <summary>The team of the certificate, and of <see cref="Rows.AddPassTypeAsync"/>.</summary>
    public const string Team = "TEAM123456";

    private readonly int _passType;

    private PushedDevices(int passType) => _passType = passType;

    /// <summary>The token of one of them, as <see cref="ManyRows"/> gives it.</summary>
    public static string Token(int number) => number.ToString("x64", CultureInfo.InvariantCulture);

    public static async Task<PushedDevices> CreateAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        var devices = await database.Writer.WriteAsync(
            async (db, _) =>
            {
                var type = await db.AddPassTypeAsync(PassType);
                await db.AddInstalledPassesAsync(await db.AddDesignAsync(type), first: 0, Count);
                return new PushedDevices(type.Id);
            },
            cancellationToken);
        await database.AnalyzeAsync(cancellationToken);
        return devices;
    }

    /// <summary>Puts a push to each of them into the queue, all at once: what is measured begins when they wait.</summary>
    public Task QueueAsync(PortalWriter writer, CancellationToken cancellationToken) => writer.WriteAsync(
        async (db, token) => await db.InsertAsync(_passType, (await UpdateClock.AdvanceAsync(db, _passType, token)).Number, Count, token), cancellationToken);
}

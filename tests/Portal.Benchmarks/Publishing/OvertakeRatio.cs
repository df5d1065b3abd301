using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Benchmarks.Processes;
using Portal.Benchmarks.Pushing;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Benchmarks.Publishing;

/// <summary>A save of one pass while the pushes of a publication to 100,000 phones wait: until the push service has accepted its push.</summary>
internal static class OvertakeRatio
{
    private const int Saves = 200;
    private const int FewestWaiting = 2_000;
    private const double UnpacedMilliseconds = 1_000;
    private const double IdleMilliseconds = 500;

    private static readonly TimeSpan BetweenSaves = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    public static async IAsyncEnumerable<Ratio> MeasureAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var apns = await ChildProcess.StartAsync(nameof(ApnsServer), ["0"], cancellationToken);
        using var service = new PushService(ApnsServer.Of(apns));
        foreach (var (name, provider) in new[] { ("sqlite", DatabaseProvider.Sqlite), ("postgres", DatabaseProvider.PostgreSql) })
        {
            yield return await MeasureAsync($"overtake-{name}", provider, service, bulkPerSecond: 0, UnpacedMilliseconds, cancellationToken);
            yield return await MeasureAsync($"overtake-paced-{name}", provider, service, bulkPerSecond: 500, IdleMilliseconds, cancellationToken);
        }
    }

    private static async Task<Ratio> MeasureAsync(
        string name, DatabaseProvider provider, PushService service, int bulkPerSecond, double allowed, CancellationToken cancellationToken)
    {
        await using var database = await TestDatabase.CreateDurableAsync(provider, cancellationToken);
        using var folder = TemporaryFolder.Create();
        await using var portal = await BenchPortal.StartAsync(database, folder, service, bulkPerSecond, cancellationToken);
        var design = await InstalledDesign.CreateAsync(portal, database, cancellationToken);
        List<double> took = [];
        for (var save = 1; save <= Saves; save++)
        {
            if (await WaitingAsync(database, cancellationToken) < FewestWaiting)
            {
                await design.PublishAsync(cancellationToken);
                while (await WaitingAsync(database, cancellationToken) < InstalledDesign.Count / 2)
                    await Task.Delay(Look, cancellationToken);
            }

            var pass = design.FirstPassId + save;
            var started = Stopwatch.GetTimestamp();
            await design.SaveAsync(pass, save, cancellationToken);
            await AcceptedAsync(database, pass, cancellationToken);
            // The first saves meet a portal that has not run yet.
            if (save > Saves / 10)
                took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(BetweenSaves, cancellationToken);
        }

        return await Within.MillisecondsAsync(name, Within.Percentile(took, 0.99), allowed);
    }

    private static async Task<int> WaitingAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        await using var db = await database.Contexts.CreateDbContextAsync(cancellationToken);
        return await db.PendingPushes.CountAsync(cancellationToken);
    }

    private static async Task AcceptedAsync(TestDatabase database, long passId, CancellationToken cancellationToken)
    {
        await using var db = await database.Contexts.CreateDbContextAsync(cancellationToken);
        while (!await db.Registrations.AnyAsync(row => row.PassId == passId && row.PushTarget!.AcceptedTag >= row.Pass!.Tag, cancellationToken))
            await Task.Delay(Look, cancellationToken);
    }
}

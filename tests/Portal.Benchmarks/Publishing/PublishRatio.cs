using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Benchmarks.Processes;
using Portal.Benchmarks.Pushing;
using Portal.Data.Storage;
using Portal.Push;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Benchmarks.Publishing;

/// <summary>
/// A publication to 100,000 phones: how long its transaction holds the database, how long its pushes take to be queued against one
/// bare INSERT of the same rows, and how long the saves of others wait meanwhile.
/// </summary>
internal static class PublishRatio
{
    private const int Rounds = 5;
    private const double CommitMilliseconds = 50;
    private const double WaitMilliseconds = 200;

    // Its queueing may take three times as long as the bare INSERT.
    private const double Expansion = 0.33;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    public static async IAsyncEnumerable<Ratio> MeasureAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var apns = await ChildProcess.StartAsync(nameof(ApnsServer), ["0"], cancellationToken);
        using var service = new PushService(ApnsServer.Of(apns));
        foreach (var (name, provider) in new[] { ("sqlite", DatabaseProvider.Sqlite), ("postgres", DatabaseProvider.PostgreSql) })
        {
            await using var database = await TestDatabase.CreateDurableAsync(provider, cancellationToken);
            using var folder = TemporaryFolder.Create();
            await using var portal = await BenchPortal.StartAsync(database, folder, service, bulkPerSecond: 500, cancellationToken);
            var design = await InstalledDesign.CreateAsync(portal, database, cancellationToken);
            var (commit, bare, expansion) = await AloneAsync(portal, database, design, cancellationToken);
            yield return await Within.MillisecondsAsync($"publish-commit-{name}", commit.TotalMilliseconds, CommitMilliseconds);
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"  publish-expansion-{name}: {expansion.TotalMilliseconds:0} ms against {bare.TotalMilliseconds:0} ms"));
            yield return new Ratio($"publish-expansion-{name}", bare / expansion, Expansion);
            yield return await Within.MillisecondsAsync(
                $"publish-wait-{name}", (await LongestSaveAsync(portal, database, design, cancellationToken)).TotalMilliseconds, WaitMilliseconds);
        }
    }

    // With the topic stopped nothing is sent, so that the queueing is all there is to do.
    private static async Task<(TimeSpan Commit, TimeSpan Bare, TimeSpan Expansion)> AloneAsync(
        BenchPortal portal, TestDatabase database, InstalledDesign design, CancellationToken cancellationToken)
    {
        await StopAsync(database, stopped: true, cancellationToken);
        using var clock = new TransactionClock();
        var (commits, bares, expansions) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < Rounds; round++)
        {
            await ClearAsync(database, cancellationToken);
            var started = Stopwatch.GetTimestamp();
            commits.Add(await clock.LongestOfAsync(async () =>
            {
                await design.PublishAsync(cancellationToken);
                started = Stopwatch.GetTimestamp();
            }));
            await ExpandedAsync(database, cancellationToken);
            expansions.Add(Stopwatch.GetElapsedTime(started));
            await ClearAsync(database, cancellationToken);
            bares.Add(await BareAsync(portal, database, cancellationToken));
        }

        await ClearAsync(database, cancellationToken);
        await StopAsync(database, stopped: false, cancellationToken);
        return (commits.Skip(1).Max(), bares.Min(), expansions.Min());
    }

    // Somebody else saves without a pause, while pushes go out at their pace.
    private static async Task<TimeSpan> LongestSaveAsync(
        BenchPortal portal, TestDatabase database, InstalledDesign design, CancellationToken cancellationToken)
    {
        var longest = TimeSpan.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var saving = Task.Run(
                async () =>
                {
                    for (var save = 1; !done.IsCancellationRequested; save++)
                    {
                        var took = await design.SaveAsync(design.FirstPassId + (save % 100), (round * 100_000) + save, cancellationToken);
                        // The first round warms up.
                        if (round > 0 && took > longest)
                            longest = took;
                    }
                },
                cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(300), cancellationToken);
            await design.PublishAsync(cancellationToken);
            await ExpandedAsync(database, cancellationToken);
            await done.CancelAsync();
            await saving;
            await ClearAsync(database, cancellationToken);
            portal.Service<PushSignal>().Wake();
        }

        return longest;
    }

    private static async Task ExpandedAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        await using var db = await database.Contexts.CreateDbContextAsync(cancellationToken);
        while (await db.FanOuts.AnyAsync(cancellationToken))
            await Task.Delay(Look, cancellationToken);
    }

    private static async Task<TimeSpan> BareAsync(BenchPortal portal, TestDatabase database, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await database.Writer.WriteAsync((db, token) => db.InsertAsync(portal.PassTypeId, tag: 1, InstalledDesign.Count, token), cancellationToken);
        return Stopwatch.GetElapsedTime(started);
    }

    private static Task<int> ClearAsync(TestDatabase database, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync((db, token) => db.PendingPushes.ExecuteDeleteAsync(token), cancellationToken);

    private static Task<int> StopAsync(TestDatabase database, bool stopped, CancellationToken cancellationToken)
    {
        var at = stopped ? DateTimeOffset.UtcNow : (DateTimeOffset?)null;
        return database.Writer.WriteAsync(
            (db, token) => db.PassTypes.ExecuteUpdateAsync(
                set => set.SetProperty(type => type.PushStoppedAt, at).SetProperty(type => type.PushStopReason, stopped ? "Measured" : null), token),
            cancellationToken);
    }
}

using Portal.Data.Storage;
using Portal.Testing;

namespace Portal.Data.Tests.Tags;

/// <summary>
/// Update tags against histories of chance: edits one after the other and at once, publications, registrations that come, go
/// and come back, restored backups, new epochs, a clock that jumps. Whatever happened, a phone that lists with its own tag and
/// fetches what it is told holds the newest version of all it registered, and is told nothing it cannot need.
/// </summary>
[Trait("Length", "Long")]
[Trait("Fault", "F11")]
public sealed class TagHistoryTests
{
    // A database that holds the histories before it would only make new epochs slow.
    private const int HistoriesInOneDatabase = 40;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public Task No_history_on_sqlite_loses_or_repeats_an_update() => RunAsync(DatabaseProvider.Sqlite, Repeats.Of(usually: 150, inFull: 90_000));

    [Fact]
    public Task No_history_on_postgres_loses_or_repeats_an_update()
    {
        Needs.PostgresFor(DatabaseProvider.PostgreSql);
        return RunAsync(DatabaseProvider.PostgreSql, Repeats.Of(usually: 50, inFull: 10_000));
    }

    private static async Task RunAsync(DatabaseProvider provider, int histories)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("PORTAL_TEST_SEED"), out var given) ? given : Random.Shared.Next(1_000_000_000);
        long steps = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, histories).Chunk(HistoriesInOneDatabase),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = Cancelled },
            async (numbers, cancellationToken) =>
            {
                await using var world = await TagWorld.CreateAsync(provider, cancellationToken);
                foreach (var number in numbers)
                    Interlocked.Add(ref steps, await TagHistory.RunAsync(world, seed + number, cancellationToken));
            });
        new FaultReport(Lost: 0, Torn: 0, Duplicates: 0) { Seed = seed, Detail = $"{histories:N0} histories of {steps:N0} steps on {provider}" }.Hold();
    }
}

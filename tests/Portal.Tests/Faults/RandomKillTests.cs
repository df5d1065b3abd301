using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Faults;

/// <summary>The portal killed at moments of chance, while staff save and phones fetch, and started again at once.</summary>
[Trait("Length", "Long")]
[Trait("Fault", "F07")]
public abstract class RandomKillTests(DatabaseProvider provider)
{
    [Fact]
    public async Task Killed_at_any_moment_it_loses_nothing()
    {
        Needs.PostgresFor(provider);
        var (kills, seed) = (Repeats.Of(usually: 3, inFull: 200), Random.Shared.Next(1_000_000));
        var chance = new Random(seed);
        var database = await TestDatabase.CreateAsync(provider, TestContext.Current.CancellationToken);
        await using var world = await BusyWorld.CreateAsync(database, phones: Repeats.Of(usually: 20, inFull: 500));
        await world.Node.StartAsync();
        using var stopping = new CancellationTokenSource();
        var work = world.WorkAsync(savesPerSecond: 20, stopping.Token);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(chance.Next(50, 3_000), TestContext.Current.CancellationToken);
            await world.Node.KillAsync();
            await world.Node.StartAsync();
        }

        await stopping.CancelAsync();
        await work;
        var report = await world.ReportAsync();
        Assert.True(world.Saves > kills, $"Only {world.Saves} saves were made.");
        (report with { Seed = seed, Detail = $"{kills} kills, {world.Saves} saves, longest start {world.Node.LongestStart.TotalSeconds:0.0} s" }).Hold();
    }
}

public sealed class RandomKillOnSqliteTests() : RandomKillTests(DatabaseProvider.Sqlite);

public sealed class RandomKillOnPostgresTests() : RandomKillTests(DatabaseProvider.PostgreSql);

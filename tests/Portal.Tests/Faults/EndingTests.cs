using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Faults;

/// <summary>The portal told to end while thousands of pushes wait: it ends in order and soon, and the next start does the rest.</summary>
[Trait("Fault", "F08")]
public abstract class EndingTests(DatabaseProvider provider)
{
    private static readonly TimeSpan MostToEnd = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task SIGTERM_ends_what_is_in_flight_frees_the_leases_and_keeps_the_rest()
    {
        Needs.PostgresFor(provider);
        var count = Repeats.Of(usually: 2_000, inFull: 10_000);
        var database = await TestDatabase.CreateAsync(provider, TestContext.Current.CancellationToken);
        await using var world = await BusyWorld.CreateAsync(database, phones: 1);
        var (pushes, journal) = (new ManyPushes(database, count), world.Ground.Apns.Journal);
        var accepted = journal.Accepted;
        world.Ground.Apns.Script.ThinkTime = TimeSpan.FromMilliseconds(300);
        await pushes.QueueAsync();
        await world.Node.StartAsync();
        await Until.TrueAsync("pushes are in flight", () => journal.InFlight >= 50);

        Assert.Equal(0, await world.Node.StopAsync().WaitAsync(MostToEnd, TestContext.Current.CancellationToken));
        Assert.Equal(0, journal.InFlight);
        Assert.Empty(await pushes.HoldersAsync());
        Assert.NotEqual(0, await pushes.NotPushedAsync());

        world.Ground.Apns.Script.Clear();
        await world.Node.StartAsync();
        await Until.TrueAsync("the rest is pushed", async () => await pushes.NotPushedAsync() == 0);
        var report = await world.ReportAsync();
        (report with { Lost = report.Lost + await pushes.NotPushedAsync(), Duplicates = journal.Accepted - accepted - count, Detail = $"{count:N0} pushes" }).Hold();
    }
}

public sealed class EndingOnSqliteTests() : EndingTests(DatabaseProvider.Sqlite);

public sealed class EndingOnPostgresTests() : EndingTests(DatabaseProvider.PostgreSql);

using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Faults;

/// <summary>One node dies and another stands still while they hold leases: a third takes over, and what the sleeper says afterwards is not heard.</summary>
public sealed class LostHolderTests
{
    // A lease of 30 seconds, and 5 until somebody looks.
    private static readonly TimeSpan MostToTakeOver = TimeSpan.FromSeconds(35);

    [Fact]
    [Trait("Fault", "F33")]
    public async Task Another_node_takes_over_and_nothing_is_lost()
    {
        Needs.PostgresFor(DatabaseProvider.PostgreSql);
        const int Count = 4_000;
        var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql, TestContext.Current.CancellationToken);
        await using var world = await BusyWorld.CreateAsync(database, phones: 2, nodes: 3);
        var (pushes, apns) = (new ManyPushes(database, Count), world.Ground.Apns);
        var accepted = apns.Journal.Accepted;
        var (dying, sleeping, heir) = (world.Nodes[0], world.Nodes[1], world.Nodes[2]);
        apns.Script.ThinkTime = TimeSpan.FromSeconds(2);
        await Task.WhenAll(dying.StartAsync(), sleeping.StartAsync());
        await pushes.QueueAsync();
        await Until.TrueAsync("both hold leases", async () => (await pushes.HoldersAsync()).Count == 2);
        sleeping.Process.Freeze();
        await dying.KillAsync();
        var taken = TimeProvider.System.GetTimestamp();
        apns.Script.Clear();
        await heir.StartAsync();
        await Until.TrueAsync("the heir has pushed all", async () => await pushes.NotPushedAsync() == 0, MostToTakeOver + TimeSpan.FromSeconds(10));
        var took = TimeProvider.System.GetElapsedTime(taken);

        var pushed = apns.Journal.Accepted;
        sleeping.Process.Thaw();
        await world.SaveAsync(pass: 0, points: 7);
        await world.SaveAsync(pass: 1, points: 8);
        var report = await world.ReportAsync();
        // Were the sleeper heard, the hundreds it gave up on while it slept would go out again. What it was just writing still does.
        Assert.InRange(apns.Journal.Accepted - pushed - 2, 0, 20);
        Assert.Equal(0, await pushes.NotPushedAsync());
        (report with { Duplicates = apns.Journal.Accepted - accepted - Count - 2, Detail = $"taken over within {took.TotalSeconds:0.0} s" }).Hold();
    }
}

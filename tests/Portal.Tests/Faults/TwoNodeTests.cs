using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Faults;

/// <summary>Two nodes on one queue.</summary>
public sealed class TwoNodeTests
{
    [Fact]
    [Trait("Fault", "F32")]
    [Trait("Length", "Long")]
    public async Task Two_nodes_share_a_queue_and_no_push_goes_out_twice()
    {
        Needs.PostgresFor(DatabaseProvider.PostgreSql);
        var count = Repeats.Of(usually: 4_000, inFull: 100_000);
        var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql, TestContext.Current.CancellationToken);
        await using var world = await BusyWorld.CreateAsync(database, phones: 1, nodes: 2);
        var (pushes, journal) = (new ManyPushes(database, count), world.Ground.Apns.Journal);
        var accepted = journal.Accepted;
        // One node alone could not hold them all, nor be through with them before the other one looks.
        world.Ground.Apns.Script.ThinkTime = TimeSpan.FromSeconds(2);
        await Task.WhenAll(world.Nodes.Select(node => node.StartAsync()));
        await pushes.QueueAsync();

        HashSet<Guid> holders = [];
        await Until.TrueAsync("all is pushed", async () =>
        {
            holders.UnionWith(await pushes.HoldersAsync());
            return await pushes.NotPushedAsync() == 0;
        }, TimeSpan.FromMinutes(5));

        Assert.Equal(2, holders.Count);
        var report = await world.ReportAsync();
        Assert.Equal(count, await pushes.AnswersAsync());
        Assert.Equal(count, journal.Accepted - accepted);
        (report with { Duplicates = journal.Accepted - accepted - count, Detail = $"{count:N0} pushes, {holders.Count} nodes" }).Hold();
    }
}

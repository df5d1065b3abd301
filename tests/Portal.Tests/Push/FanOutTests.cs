using Microsoft.EntityFrameworkCore;
using Portal.Data.Pushes;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Push;

public abstract class FanOutTests(DatabaseFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Fault", "F37")]
    public async Task A_large_publication_commits_as_one_row_and_queues_its_pushes_by_windows()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 25);
        var tag = await world.PublishLargeAsync();
        Assert.Empty(await world.PendingAsync());
        var fanOuts = new FanOuts(fixture.Database.Contexts, fixture.Database.Writer, window: 10);

        var queued = 0;
        while (await fanOuts.ExpandAsync(Cancelled))
        {
            var now = (await world.PendingAsync()).Count;
            Assert.InRange(now - queued, 0, 10);
            queued = now;
        }

        Assert.Equal(25, queued);
        Assert.All(await world.PendingAsync(), push => Assert.Equal((tag, PushPriority.Publication), (push.Tag, push.Priority)));
        Assert.False(await world.ReadAsync(db => db.FanOuts.AnyAsync(row => row.DesignId == world.Pass.DesignId, Cancelled)));
    }

    [Fact]
    public async Task A_save_during_the_expansion_keeps_its_newer_tag_and_its_place_in_front()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 3);
        await world.PublishLargeAsync();
        var newer = await world.ChangeAsync();

        var fanOuts = new FanOuts(fixture.Database.Contexts, fixture.Database.Writer);
        while (await fanOuts.ExpandAsync(Cancelled))
        {
        }

        Assert.All(await world.PendingAsync(), push => Assert.Equal((newer, PushPriority.Single), (push.Tag, push.Priority)));
    }

    [Fact]
    public async Task A_publication_to_few_devices_queues_its_pushes_at_once()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 3);
        await world.PublishAsync();

        Assert.Equal(3, (await world.PendingAsync()).Count);
        Assert.False(await world.ReadAsync(db => db.FanOuts.AnyAsync(row => row.DesignId == world.Pass.DesignId, Cancelled)));
    }

    [Fact]
    public async Task The_worker_expands_what_a_killed_process_left()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 12);
        var tag = await world.Queue.PublishLargeAsync();
        world.Start();

        await Until.TrueAsync("all are accepted", async () => (await world.Queue.TargetsAsync()).All(target => target.AcceptedTag == tag));
    }
}

public sealed class FanOutOnSqliteTests(SqliteFixture fixture) : FanOutTests(fixture), IClassFixture<SqliteFixture>;

public sealed class FanOutOnPostgresTests(PostgresFixture fixture) : FanOutTests(fixture), IClassFixture<PostgresFixture>;

using Portal.Data;
using Portal.Data.Pushes;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Push;

/// <summary>All pass types share the pace of bulk work.</summary>
public abstract class SharedPaceTests(DatabaseFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_small_publication_goes_out_beside_a_large_one_of_another_type()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions { Devices = 600, BulkPerSecond = 20 });
        var small = await world.AddTopicAsync(devices: 3);
        await world.Queue.PublishAsync();
        world.Start();
        await Until.TrueAsync("the large one is going", () => world.Apns.Journal.Received > 2);
        var tag = await small.PublishAsync();
        world.Wake();

        await world.AllAcceptedAsync(tag, small);
        Assert.NotEmpty(await world.Queue.PendingAsync());
    }

    [Fact]
    public async Task A_change_of_many_passes_goes_before_a_publication_of_another_type()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions { Devices = 100, BulkPerSecond = 50 });
        var urgent = await world.AddTopicAsync(devices: 60);
        world.Start();
        // With a first answer each, neither has to wait for its probe any more.
        await world.AllAcceptedAsync(await world.ChangeAsync());
        await world.AllAcceptedAsync(await world.ChangeAsync(urgent), urgent);
        var tag = await PublishAndChangeManyAsync(world.Queue, urgent);
        world.Wake();

        await world.AllAcceptedAsync(tag, urgent);
        List<string?> order = [.. world.Apns.Journal.Recent.Skip(160).Select(answered => answered.Push.Topic)];
        var before = order.Take(order.LastIndexOf(urgent.Type.Identifier)).Count(topic => topic == world.Queue.Type.Identifier);
        Assert.InRange(before, 0, 15);
    }

    [Fact]
    public async Task A_type_whose_certificate_cannot_be_looked_for_holds_up_no_other()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database);
        var other = await world.AddTopicAsync();
        world.Certificates.Break(world.Queue.Type.Id);
        world.Start();
        await world.ChangeAsync();
        var tag = await world.ChangeAsync(other);

        await world.AllAcceptedAsync(tag, other);
        Assert.Single(await world.Queue.PendingAsync());
        Assert.Contains(world.Log.Errors, line => line.Text.Contains(world.Queue.Type.Identifier, StringComparison.Ordinal));
    }

    // In one transaction, so that neither has a start.
    private static async Task<long> PublishAndChangeManyAsync(QueueWorld published, QueueWorld changed)
    {
        var targets = (await changed.TargetsAsync()).Select(target => target.Id).ToList();
        return await published.Database.Writer.WriteAsync(
            async (db, token) =>
            {
                var now = published.Time.GetUtcNow();
                var publication = await UpdateClock.AdvanceAsync(db, published.Type.Id, token);
                await PushQueue.EnqueueForDesignAsync(db, published.Pass.DesignId, publication.Number, now, token);
                var change = await UpdateClock.AdvanceAsync(db, changed.Type.Id, token);
                await PushQueue.EnqueueForTargetsAsync(db, targets, change.Number, now, token);
                return change.Number;
            },
            Cancelled);
    }
}

public sealed class SharedPaceOnSqliteTests(SqliteFixture fixture) : SharedPaceTests(fixture), IClassFixture<SqliteFixture>;

public sealed class SharedPaceOnPostgresTests(PostgresFixture fixture) : SharedPaceTests(fixture), IClassFixture<PostgresFixture>;

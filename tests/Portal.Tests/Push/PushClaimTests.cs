using Portal.Data.Pushes;
using Portal.Data.Storage;
using Portal.Testing.Databases;

namespace Portal.Tests.Push;

public abstract class PushClaimTests(DatabaseFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_claim_takes_the_row_out_of_the_queue_until_its_lease_is_over()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        var tag = await world.ChangeAsync();

        var claimed = Assert.Single(await world.ClaimAsync());
        Assert.Equal(tag, claimed.Tag);
        Assert.Equal((await world.TargetsAsync())[0].PushToken, claimed.PushToken);
        Assert.Equal(world.Time.GetUtcNow().AddHours(24), claimed.ExpiresAt, TimeSpan.FromMinutes(1));
        Assert.Empty(await world.ClaimAsync());
        Assert.Null(await world.LookAsync());

        await world.OutliveLeasesAsync();
        var again = Assert.Single(await world.ClaimAsync());
        Assert.NotEqual(claimed.LeaseId, again.LeaseId);
    }

    [Fact]
    public async Task Two_changes_before_the_push_are_one_push_with_the_newer_tag()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        await world.ChangeAsync();
        var newer = await world.ChangeAsync();

        Assert.Equal(newer, Assert.Single(await world.ClaimAsync()).Tag);
    }

    [Fact]
    public async Task A_single_change_overtakes_a_publication_that_waits()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 3);
        await world.PublishAsync();
        Assert.Empty(await world.ClaimAsync());
        Assert.Equal(3, (await world.Claims.ClaimAsync(world.Type.Id, PushPriority.Publication, 10, Cancelled)).Count);

        await world.ChangeAsync();
        Assert.Equal(3, (await world.ClaimAsync()).Count);
    }

    [Fact]
    public async Task A_single_change_takes_along_what_waits_of_a_publication()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 3);
        await world.PublishAsync();
        var tag = await world.ChangeAsync();

        Assert.All(await world.ClaimAsync(), push => Assert.Equal(tag, push.Tag));
        Assert.Empty(await world.PendingAsync());
    }

    [Fact]
    public async Task A_claim_takes_no_more_than_asked_for()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 5);
        await world.ChangeAsync();

        Assert.Equal(2, (await world.ClaimAsync(2)).Count);
        Assert.Equal(3, (await world.ClaimAsync(10)).Count);
    }

    [Fact]
    public async Task Two_claimants_at_once_never_share_a_row()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 200);
        await world.ChangeAsync();
        var other = world.NewRun();

        async Task<List<long>> DrainAsync(PushClaims claims)
        {
            List<long> mine = [];
            while (await claims.ClaimAsync(world.Type.Id, PushPriority.Single, 7, Cancelled) is { Count: > 0 } batch)
                mine.AddRange(batch.Select(push => push.PushTargetId));
            return mine;
        }

        var both = await Task.WhenAll(DrainAsync(world.Claims), DrainAsync(other));
        Assert.Equal(200, both.SelectMany(ids => ids).Distinct().Count());
        Assert.Equal(200, both.Sum(ids => ids.Count));
    }

    [Fact]
    [Trait("Fault", "F04")]
    public async Task The_leases_of_a_dead_process_are_void_at_once_on_sqlite_and_run_out_on_postgres()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 2);
        await world.ChangeAsync();
        Assert.Equal(2, (await world.ClaimAsync()).Count);

        var next = world.NewRun();
        var freed = await next.ReleaseDeadAsync(Cancelled);

        var claimed = await next.ClaimAsync(world.Type.Id, PushPriority.Single, 10, Cancelled);
        Assert.Equal(fixture.Provider is DatabaseProvider.Sqlite ? 2 : 0, claimed.Count);
        Assert.True(freed >= claimed.Count);
    }

    [Fact]
    public async Task A_run_that_ends_frees_what_it_holds()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 2);
        await world.ChangeAsync();
        await world.ClaimAsync();

        Assert.Equal(2, await world.Claims.ReleaseOwnAsync(Cancelled));
        Assert.Equal(2, (await world.ClaimAsync()).Count);
    }

    [Fact]
    [Trait("Fault", "F05")]
    public async Task What_was_answered_before_its_holder_died_does_not_return()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 4);
        await world.ChangeAsync();
        var claimed = await world.ClaimAsync();
        await world.CompleteAsync(world.Accepted(claimed[0]), world.Dead(claimed[1], world.Time.GetUtcNow()), world.Retry(claimed[2], TimeSpan.FromMinutes(4)));

        await world.OutliveLeasesAsync();

        Assert.Equal(claimed[3].PushTargetId, Assert.Single(await world.ClaimAsync()).PushTargetId);
        Assert.Equal((claimed[2].PushTargetId, 1), (await world.PendingAsync()).Select(push => (push.PushTargetId, push.Attempts)).Single());
    }

    [Fact]
    public async Task Two_leases_on_one_device_return_as_one_push_of_the_newer_change()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        await world.ChangeAsync();
        Assert.Single(await world.ClaimAsync());
        var newer = await world.ChangeAsync();
        Assert.Single(await world.ClaimAsync());

        await world.OutliveLeasesAsync();

        Assert.Equal(newer, Assert.Single(await world.ClaimAsync()).Tag);
    }

    [Fact]
    public async Task A_push_again_for_an_accepted_change_returns_when_its_holder_dies()
    {
        var time = QueueWorld.FakeTime();
        var world = await QueueWorld.CreateAsync(fixture.Database, time: time);
        var tag = await world.ChangeAsync();
        var claimed = await world.ClaimAsync();
        await world.CompleteAsync(claimed.Select(world.Accepted));
        time.Advance(TimeSpan.FromHours(1));
        await world.WriteAsync(db => PushQueue.EnqueueForTargetAsync(db, claimed[0].PushTargetId, tag, world.Time.GetUtcNow(), Cancelled));
        Assert.Single(await world.ClaimAsync());

        await world.OutliveLeasesAsync();

        Assert.Single(await world.ClaimAsync());
    }

    [Fact]
    public async Task A_stopped_topic_keeps_its_rows_and_gives_them_their_time_back_when_it_resumes()
    {
        var time = QueueWorld.FakeTime();
        var world = await QueueWorld.CreateAsync(fixture.Database, time: time);
        await world.ChangeAsync();
        await world.WriteAsync(db => TopicStops.StopAsync(db, world.Type.Id, "BadCertificate", world.Time.GetUtcNow(), Cancelled));
        Assert.Empty(await world.ClaimAsync());
        Assert.True((await world.LookAsync())!.Stopped);

        time.Advance(TimeSpan.FromHours(30));
        await world.WriteAsync(db => TopicStops.ResumeAsync(db, world.Type.Id, world.Time.GetUtcNow(), Cancelled));
        Assert.Equal(world.Time.GetUtcNow().AddHours(24), Assert.Single(await world.ClaimAsync()).ExpiresAt, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_topic_without_anything_waiting_is_not_looked_at()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        Assert.Null(await world.LookAsync());
    }
}

public sealed class PushClaimOnSqliteTests(SqliteFixture fixture) : PushClaimTests(fixture), IClassFixture<SqliteFixture>;

public sealed class PushClaimOnPostgresTests(PostgresFixture fixture) : PushClaimTests(fixture), IClassFixture<PostgresFixture>;

using Portal.Data.Devices;
using Portal.Testing.Databases;
using Portal.Updates;

namespace Portal.Tests.Updates;

/// <summary>Where an update stands on each phone, and pushing again to those that do not have it.</summary>
public abstract class UpdatesTests(DatabaseFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_phone_stands_where_the_strongest_evidence_puts_it()
    {
        var world = await UpdatesWorld.CreateAsync(fixture.Database);
        await world.AddPhoneAsync("fetched", row => row.FetchedTag = UpdatesWorld.Tag);
        await world.AddPhoneAsync("queued", _ => { });
        await world.AddPhoneAsync("pushed", row => row.PushTarget!.AcceptedTag = UpdatesWorld.Tag);
        await world.AddPhoneAsync("asked", row => row.ListedTag = UpdatesWorld.Tag);
        await world.AddPhoneAsync("past", row => (row.ListedTag, row.SettledTag) = (UpdatesWorld.Tag, UpdatesWorld.Tag));
        await world.AddPhoneAsync("given-up", row => row.PushTarget!.LastResult = "Expired");
        await world.AddPhoneAsync("refused", row => row.PushTarget!.Pending = world.Refused("BadTopic"));
        await world.AddPhoneAsync("android", row => row.PushTarget!.Kind = PushKind.WalletPasses);
        await world.AddPhoneAsync("dead", row => (row.PushTarget!.RetiredAt, row.PushTarget.RetiredReason) = (UpdatesWorld.ChangedAt, "Unregistered"));
        await world.AddPhoneAsync("gone", row => (row.EndedAt, row.EndedReason) = (UpdatesWorld.ChangedAt.AddMinutes(1), RegistrationEnd.Removed));
        await world.AddPhoneAsync("later", row => row.CreatedAt = UpdatesWorld.ChangedAt.AddMinutes(1));

        var update = await world.UpdateAsync();

        LateReason[] late =
        [
            LateReason.Settled, LateReason.Ended, LateReason.NotFromHere, LateReason.TokenDead, LateReason.Queued, LateReason.GivenUp,
            LateReason.Refused, LateReason.NotAsked, LateReason.NotFetched,
        ];
        Assert.Equal(late.OrderDescending().Select(reason => (reason, 1)), update.Reasons.Late);
        Assert.Equal(1, update.Reasons.Of(LateReason.NotLate));
        Assert.False(update.IsOfFormerEpoch);
        Assert.Equal(4, update.Reasons.Pushable);
        Assert.Equal(new PushAgainPlan(4, 0), await world.PushAgain.PlanAsync(await world.UpdateAsync(), Cancelled));
        var dead = Assert.Single(await world.Queries.LateAsync(update, LateReason.TokenDead, 0, 10, Cancelled));
        Assert.Equal(("Unregistered", UpdatesWorld.ChangedAt), (dead.RetiredReason, dead.RetiredAt));
        Assert.Equal("BadTopic", Assert.Single(await world.Queries.LateAsync(update, LateReason.Refused, 0, 10, Cancelled)).ParkedReason);
    }

    [Fact]
    public async Task A_push_that_was_refused_goes_out_when_somebody_pushes_again()
    {
        var world = await UpdatesWorld.CreateAsync(fixture.Database);
        await world.AddPhoneAsync("refused", row => row.PushTarget!.Pending = world.Refused("BadTopic"));

        Assert.Equal(1, await world.PushAgain.RunAsync(await world.UpdateAsync(), "Ada", Cancelled));
        Assert.Equal(1, (await world.UpdateAsync()).Reasons.Of(LateReason.Queued));
    }

    [Fact]
    public async Task After_a_restore_nothing_is_said_of_what_was_before()
    {
        var world = await UpdatesWorld.CreateAsync(fixture.Database);
        await world.AddPhoneAsync("pushed", row => row.PushTarget!.AcceptedTag = UpdatesWorld.Tag);
        await world.RestoreAsync();

        Assert.True((await world.UpdateAsync()).IsOfFormerEpoch);
        Assert.Equal((true, false, false), await ListedAsync(world));
    }

    [Fact]
    public async Task The_list_tells_what_is_on_its_way_from_what_is_late_and_what_arrived()
    {
        var world = await UpdatesWorld.CreateAsync(fixture.Database);
        await world.AddPhoneAsync("queued", _ => { });
        Assert.Equal((true, true, false), await ListedAsync(world));

        await world.AddPhoneAsync("pushed lately", row => (row.PushTarget!.AcceptedTag, row.PushTarget.AcceptedAt) = (UpdatesWorld.Tag, world.Time.GetUtcNow().AddMinutes(-1)));
        Assert.Equal((true, true, false), await ListedAsync(world));

        await world.AddPhoneAsync("pushed", row => (row.PushTarget!.AcceptedTag, row.PushTarget.AcceptedAt) = (UpdatesWorld.Tag, UpdatesWorld.ChangedAt));
        Assert.Equal((true, true, true), await ListedAsync(world));

        var arrived = await UpdatesWorld.CreateAsync(fixture.Database);
        await arrived.AddPhoneAsync("fetched", row => row.FetchedTag = UpdatesWorld.Tag);
        await arrived.AddPhoneAsync("past", row => row.SettledTag = UpdatesWorld.Tag);
        await arrived.AddPhoneAsync("android", row => row.PushTarget!.Kind = PushKind.WalletPasses);
        Assert.Equal((true, false, false), await ListedAsync(arrived));
    }

    [Fact]
    public async Task Pushing_again_reaches_those_that_were_pushed_and_did_not_fetch_and_nobody_twice_in_an_hour()
    {
        var world = await UpdatesWorld.CreateAsync(fixture.Database);
        await world.AddPhoneAsync("fetched", row => row.FetchedTag = UpdatesWorld.Tag);
        await world.AddPhoneAsync("android", row => row.PushTarget!.Kind = PushKind.WalletPasses);
        await world.AddPhoneAsync("dead", row => (row.PushTarget!.AcceptedTag, row.PushTarget.RetiredAt) = (UpdatesWorld.Tag, UpdatesWorld.ChangedAt));
        long[] late =
        [
            await world.AddPhoneAsync("pushed", row => row.PushTarget!.AcceptedTag = UpdatesWorld.Tag),
            await world.AddPhoneAsync("asked", row => row.ListedTag = UpdatesWorld.Tag),
        ];
        Assert.Equal(new PushAgainPlan(2, 0), await world.PushAgain.PlanAsync(await world.UpdateAsync(), Cancelled));

        Assert.Equal(2, await world.PushAgain.RunAsync(await world.UpdateAsync(), "Ada", Cancelled));
        Assert.Equal(late, await world.WaitingAsync());
        await world.EmptyQueueAsync();

        world.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(new PushAgainPlan(0, 2), await world.PushAgain.PlanAsync(await world.UpdateAsync(), Cancelled));
        Assert.Equal(0, await world.PushAgain.RunAsync(await world.UpdateAsync(), "Ada", Cancelled));
        Assert.Empty(await world.WaitingAsync());

        world.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, await world.PushAgain.RunAsync(await world.UpdateAsync(), "Ada", Cancelled));
    }

    [Fact]
    public async Task Phones_that_were_pushed_just_now_are_given_time()
    {
        var world = await UpdatesWorld.CreateAsync(fixture.Database);
        await world.AddPhoneAsync("pushed", row => (row.PushTarget!.AcceptedTag, row.PushTarget.AcceptedAt) = (UpdatesWorld.Tag, world.Time.GetUtcNow().AddMinutes(-14)));

        Assert.Equal(new PushAgainPlan(0, 1), await world.PushAgain.PlanAsync(await world.UpdateAsync(), Cancelled));
        Assert.Equal(0, await world.PushAgain.RunAsync(await world.UpdateAsync(), "Ada", Cancelled));

        world.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await world.PushAgain.RunAsync(await world.UpdateAsync(), "Ada", Cancelled));
    }

    [Fact]
    public async Task Of_people_who_push_again_at_once_one_reaches_the_phones()
    {
        var world = await UpdatesWorld.CreateAsync(fixture.Database);
        for (var phone = 0; phone < 20; phone++)
            await world.AddPhoneAsync($"pushed-{phone}", row => row.PushTarget!.AcceptedTag = UpdatesWorld.Tag);

        var update = await world.UpdateAsync();
        var pushed = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => world.PushAgain.RunAsync(update, "Ada", Cancelled))));

        Assert.Equal(20, pushed.Sum());
        Assert.Equal(20, (await world.WaitingAsync()).Count);
    }

    private static async Task<(bool Any, bool Open, bool Late)> ListedAsync(UpdatesWorld world)
    {
        var id = (await world.UpdateAsync()).Change.Id;
        return (await IsListedAsync(UpdateProgress.Any), await IsListedAsync(UpdateProgress.Open), await IsListedAsync(UpdateProgress.Late));

        async Task<bool> IsListedAsync(UpdateProgress progress)
        {
            var found = await world.Queries.ListAsync(new UpdateFilter("gate", progress, UpdateSource.Passes), 0, 100, Cancelled);
            return found.Updates.Any(update => update.Id == id);
        }
    }
}

public sealed class UpdatesOnSqliteTests(SqliteFixture fixture) : UpdatesTests(fixture), IClassFixture<SqliteFixture>;

public sealed class UpdatesOnPostgresTests(PostgresFixture fixture) : UpdatesTests(fixture), IClassFixture<PostgresFixture>;

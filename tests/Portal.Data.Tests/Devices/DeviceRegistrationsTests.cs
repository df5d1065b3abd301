using Microsoft.EntityFrameworkCore;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Data.Pushes;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Data.Tests.Devices;

public abstract class DeviceRegistrationsTests(DatabaseFixture fixture)
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly string _name = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DeviceRegistrations Registrations => fixture.Database.RegistrationsAt(new FixedTime(Now));

    [Fact]
    public async Task A_first_registration_is_created_and_a_second_is_not()
    {
        var pass = await PassAsync("one", handedOut: 0);

        var first = await RegisterAsync(pass, "token-a");
        var second = await RegisterAsync(pass, "token-a");

        Assert.Equal((true, false), (first.Created, first.PushQueued));
        Assert.Equal((false, first.DeviceId, false), (second.Created, second.DeviceId, second.PushQueued));
        var registration = Assert.Single(await RegistrationsOfAsync(pass));
        Assert.Equal(("ApplePass", 0L, (DateTimeOffset?)null), (registration.AuthorizationWord, registration.Tag, registration.EndedAt));
        Assert.Equal(("token-a", TokenHash.Of("token-a"), Now), (registration.PushTarget!.PushToken, registration.PushTarget.TokenHash, registration.PushTarget.TokenSetAt));
    }

    [Fact]
    public async Task Of_many_at_once_each_is_registered_and_only_those_that_missed_a_change_are_woken()
    {
        var (pass, changed) = (await PassAsync("many", handedOut: 0), await PassAsync("changed", handedOut: 0, tag: 5));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(number =>
            Task.Run(() => RegisterAsync(number % 10 == 0 ? changed : pass, $"many-{number}", device: $"many-{number}"), Cancelled)));

        Assert.All(outcomes, outcome => Assert.True(outcome.Created));
        Assert.Equal(200, outcomes.Select(outcome => outcome.DeviceId).Distinct().Count());
        Assert.Equal(20, outcomes.Count(outcome => outcome.PushQueued));
        Assert.Equal((180, 20), ((await RegistrationsOfAsync(pass)).Count, (await RegistrationsOfAsync(changed)).Count));
    }

    [Fact]
    public async Task One_that_cannot_be_registered_harms_no_other_at_the_same_time()
    {
        var pass = await PassAsync("well", handedOut: 0);
        var missing = new IssuedPass { Id = -1, PassTypeId = pass.PassTypeId, SerialNumber = "", AuthenticationToken = "", DownloadCode = "" };

        var registering = Enumerable.Range(0, 20).Select(number =>
            Task.Run(() => RegisterAsync(number % 2 == 0 ? missing : pass, $"well-{number}", device: $"well-{number}"), Cancelled)).ToList();

        foreach (var failing in registering.Where((_, number) => number % 2 == 0))
            await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await Task.WhenAll(registering.Where((_, number) => number % 2 == 1));
        Assert.Equal(10, (await RegistrationsOfAsync(pass)).Count);
    }

    [Fact]
    public async Task After_a_restore_nobody_knows_what_a_phone_holds_so_it_is_asked_to_look()
    {
        var pass = await PassAsync("restored", handedOut: 3, tag: 3);
        await using (var db = await ContextAsync())
            await UpdateClock.BeginNewEpochAsync(db, Now, Cancelled);

        var outcome = await RegisterAsync(pass, "restored", device: "restored", handedOutTag: 3);

        Assert.Equal((true, true), (outcome.Created, outcome.PushQueued));
    }

    [Fact]
    public async Task A_new_push_token_moves_every_registration_of_the_device_under_every_pass_type()
    {
        var first = await PassAsync("first", handedOut: 0);
        var other = await PassAsync("other", handedOut: 0);
        await RegisterAsync(first, "old");
        await RegisterAsync(other, "old");
        var former = (await RegistrationsOfAsync(other))[0].PushTargetId!.Value;
        await AcceptAsync(former, tag: 7);

        var moved = await RegisterAsync(first, "new");

        Assert.Equal((false, true), (moved.Created, moved.PushQueued));
        foreach (var pass in new[] { first, other })
            Assert.Equal("new", Assert.Single(await RegistrationsOfAsync(pass)).PushTarget!.PushToken);
        await using var db = await ContextAsync();
        Assert.False(await db.PushTargets.AnyAsync(target => target.Id == former, Cancelled), "The former token is forgotten.");
        var now = (await RegistrationsOfAsync(other))[0].PushTarget!;
        Assert.Equal(7, now.AcceptedTag);
        Assert.True(await db.PendingPushes.AnyAsync(push => push.PushTargetId == now.Id, Cancelled), "The device is asked to look under its new token.");
    }

    [Fact]
    public async Task A_former_token_that_another_device_still_uses_is_kept_with_its_pending_push()
    {
        var pass = await PassAsync("shared", handedOut: 0);
        await RegisterAsync(pass, "shared", device: "a");
        await RegisterAsync(pass, "shared", device: "b");
        await using var db = await ContextAsync();
        await fixture.Database.Writer.WriteAsync((write, token) => PushQueue.EnqueueForPassAsync(write, pass.Id, 5, Now, token), Cancelled);

        await RegisterAsync(pass, "own", device: "b");

        var targets = await db.PushTargets.Where(target => target.PassTypeId == pass.PassTypeId).Select(target => target.PushToken).Order().ToListAsync(Cancelled);
        Assert.Equal(["own", "shared"], targets);
        Assert.Equal(2, await db.PendingPushes.CountAsync(push => push.PassTypeId == pass.PassTypeId, Cancelled));
    }

    [Fact]
    public async Task A_pass_that_changed_between_its_download_and_its_registration_gets_a_tag_of_its_own_and_a_push()
    {
        var pass = await PassAsync("changed", tag: 4, handedOut: 2);
        await ClockAsync(pass, 9);

        var outcome = await RegisterAsync(pass, "token-c");

        Assert.True(outcome.PushQueued);
        var registration = Assert.Single(await RegistrationsOfAsync(pass));
        Assert.Equal(10, registration.Tag);
        await using var db = await ContextAsync();
        Assert.Equal(10, (await db.PendingPushes.SingleAsync(push => push.PushTargetId == registration.PushTargetId, Cancelled)).Tag);
    }

    [Fact]
    public async Task A_pass_that_left_the_portal_unrecorded_may_be_old_but_a_mark_still_under_way_counts()
    {
        var unknown = await PassAsync("unknown", tag: 4, handedOut: null);
        var known = await PassAsync("known", tag: 4, handedOut: null);

        Assert.True((await RegisterAsync(unknown, "token-d")).PushQueued);
        Assert.False((await RegisterAsync(known, "token-d", handedOutTag: 4, device: "other")).PushQueued);
    }

    [Theory]
    [InlineData(6, 5)]
    [InlineData(5, 6)]
    public async Task Of_two_tags_a_pass_left_with_the_lower_one_counts_stored_or_not(long stored, long remembered)
    {
        var pass = await PassAsync("two", tag: 6, handedOut: stored);

        Assert.True((await RegisterAsync(pass, "token-two", handedOutTag: remembered)).PushQueued);
        Assert.Equal(0, Assert.Single(await RegistrationsOfAsync(pass)).FetchedTag);
        Assert.False((await RegisterAsync(await PassAsync("both", tag: 6, handedOut: 6), "token-both", handedOutTag: 6, device: "both")).PushQueued);
    }

    [Fact]
    public async Task A_registration_the_device_took_back_is_kept_for_the_record_and_revived()
    {
        var pass = await PassAsync("revived", handedOut: 0);
        var first = await RegisterAsync(pass, "token-e");

        Assert.Equal(first.DeviceId, await EndAsync(pass));
        Assert.Null(await EndAsync(pass));

        var ended = Assert.Single(await RegistrationsOfAsync(pass));
        Assert.Equal((Now, RegistrationEnd.Removed, (long?)null), (ended.EndedAt!.Value, ended.EndedReason!.Value, ended.PushTargetId));
        await using var db = await ContextAsync();
        Assert.False(await db.PushTargets.AnyAsync(target => target.PassTypeId == pass.PassTypeId, Cancelled), "Its push token is forgotten.");

        Assert.True((await RegisterAsync(pass, "token-e")).Created);
        var again = Assert.Single(await RegistrationsOfAsync(pass));
        Assert.Equal((ended.Id, (DateTimeOffset?)null, (RegistrationEnd?)null), (again.Id, again.EndedAt, again.EndedReason));
    }

    [Fact]
    public async Task A_token_that_is_presented_again_is_alive()
    {
        var pass = await PassAsync("retired", handedOut: 0);
        await RegisterAsync(pass, "token-f", device: "a");
        await RegisterAsync(pass, "token-f", device: "b");
        await using (var db = await ContextAsync())
        {
            await db.PushTargets.Where(target => target.PassTypeId == pass.PassTypeId).ExecuteUpdateAsync(set => set
                .SetProperty(target => target.RetiredAt, Now).SetProperty(target => target.RetiredReason, "Unregistered"), Cancelled);
            await db.Registrations.Where(row => row.PassId == pass.Id).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.EndedAt, Now).SetProperty(row => row.EndedReason, RegistrationEnd.TokenDead), Cancelled);
        }

        var outcome = await RegisterAsync(pass, "token-f", device: "a");

        Assert.Equal((true, true), (outcome.Created, outcome.PushQueued));
        Assert.All(await RegistrationsOfAsync(pass), row =>
        {
            Assert.Null(row.EndedAt);
            Assert.Null(row.PushTarget!.RetiredAt);
        });
    }

    [Fact]
    public async Task Devices_that_register_all_at_once_all_succeed()
    {
        var passes = new List<IssuedPass>();
        for (var i = 0; i < 4; i++)
            passes.Add(await PassAsync("parallel" + i, handedOut: 0));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            Task.Run(() => RegisterAsync(passes[i % 4], "token-" + (i % 3), device: "d" + (i / 4 % 2)), Cancelled)));

        Assert.Equal(8, outcomes.Count(outcome => outcome.Created));
        foreach (var pass in passes)
            Assert.All(await RegistrationsOfAsync(pass), row => Assert.NotNull(row.PushTarget));
    }

    private Task<RegistrationOutcome> RegisterAsync(IssuedPass pass, string token, string device = "device", long? handedOutTag = null) =>
        Registrations.RegisterAsync(
            new()
            {
                DeviceLibraryIdentifier = _name + device, PassId = pass.Id, PassTypeId = pass.PassTypeId, Kind = PushKind.Apple,
                AuthorizationWord = "ApplePass", PushToken = token, HandedOutTag = handedOutTag,
            },
            Cancelled);

    private Task<long?> EndAsync(IssuedPass pass) => Registrations.EndAsync(pass.PassTypeId, pass.Id, _name + "device", Cancelled);

    private async Task<IssuedPass> PassAsync(string name, long? handedOut, long tag = 0)
    {
        await using var db = await ContextAsync();
        var type = await db.AddPassTypeAsync($"pass.{_name}.{name}");
        var pass = await db.AddPassAsync(await db.AddDesignAsync(type), _name + name, tag);
        pass.FirstHandedOutTag = handedOut;
        await db.SaveChangesAsync(Cancelled);
        return pass;
    }

    private async Task ClockAsync(IssuedPass pass, long number)
    {
        await using var db = await ContextAsync();
        await db.UpdateClocks.Where(clock => clock.PassTypeId == pass.PassTypeId)
            .ExecuteUpdateAsync(set => set.SetProperty(clock => clock.Number, number), Cancelled);
    }

    private async Task AcceptAsync(long target, long tag)
    {
        await using var db = await ContextAsync();
        await db.PushTargets.Where(row => row.Id == target).ExecuteUpdateAsync(set => set.SetProperty(row => row.AcceptedTag, tag), Cancelled);
    }

    private async Task<List<Registration>> RegistrationsOfAsync(IssuedPass pass)
    {
        await using var db = await ContextAsync();
        return await db.Registrations.Include(row => row.PushTarget).Where(row => row.PassId == pass.Id).ToListAsync(Cancelled);
    }

    private Task<PortalDbContext> ContextAsync() => fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
}

public sealed class DeviceRegistrationsOnSqliteTests(SqliteFixture fixture) : DeviceRegistrationsTests(fixture), IClassFixture<SqliteFixture>;

public sealed class DeviceRegistrationsOnPostgresTests(PostgresFixture fixture) : DeviceRegistrationsTests(fixture), IClassFixture<PostgresFixture>;

using Portal.Data.Devices;
using Portal.Data.Pushes;
using Portal.Testing;
using Portal.Testing.Databases;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Push;

public abstract class PushDispatcherTests(DatabaseFixture fixture)
{
    [Fact]
    public async Task A_change_reaches_apns_as_apple_asks_for_it_and_is_stored_as_accepted()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database);
        world.Start();
        var tag = await world.ChangeAsync();

        await Until.TrueAsync("the push is stored", world.Queue.IsQuietAsync);
        var push = Assert.Single(world.Apns.Journal.Recent).Push;
        var target = Assert.Single(await world.Queue.TargetsAsync());
        Assert.Equal((target.PushToken, world.Queue.Type.Identifier, "background", "5", "{}"), (push.Token, push.Topic, push.PushType, push.Priority, push.Payload));
        Assert.InRange(long.Parse(push.Expiration ?? "", System.Globalization.CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow.ToUnixTimeSeconds(), 86_000, 86_400);
        Assert.Equal((tag, "Accepted"), (target.AcceptedTag, target.LastResult));
        var attempt = Assert.Single(await world.Queue.AttemptsAsync());
        Assert.Equal((PushOutcome.Accepted, 200, push.ApnsId), (attempt.Outcome, attempt.Status, attempt.ApnsId));
        // The tests of a class share a database: what another one left waiting is not this one's fault.
        Assert.DoesNotContain(world.Log.Errors, line => line.Text.Contains(world.Queue.Type.Identifier, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_changes_before_the_worker_wakes_are_one_push()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database);
        await world.Queue.ChangeAsync();
        var newer = await world.Queue.ChangeAsync();
        world.Start();

        await Until.TrueAsync("the push is stored", async () => (await world.Queue.TargetsAsync())[0].AcceptedTag == newer);
        Assert.Equal(1, world.Apns.Journal.Received);
    }

    [Fact]
    [Trait("Fault", "F09")]
    public async Task A_save_while_the_push_is_in_flight_is_pushed_again()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database);
        world.Apns.Script.Next(ApnsAnswer.Ok with { After = TimeSpan.FromMilliseconds(300) });
        world.Start();
        await world.ChangeAsync();
        await Until.TrueAsync("the push is in flight", () => world.Apns.Journal.InFlight == 1);
        var second = await world.ChangeAsync();

        await Until.TrueAsync("the second push is stored", async () => (await world.Queue.TargetsAsync())[0].AcceptedTag == second);
        Assert.Equal(2, world.Apns.Journal.Received);
        Assert.Empty(await world.Queue.PendingAsync());
    }

    [Fact]
    public async Task An_unregistered_token_retires_its_registrations_and_is_not_tried_again()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 2);
        var dead = (await world.Queue.TargetsAsync())[0];
        world.Apns.Tokens.Unregister(dead.PushToken, DateTimeOffset.UtcNow);
        world.Start();
        await world.ChangeAsync();
        await Until.TrueAsync("both are answered", async () => (await world.Queue.AttemptsAsync()).Count == 2);

        Assert.Equal("Unregistered", (await world.Queue.TargetsAsync())[0].RetiredReason);
        Assert.Equal([RegistrationEnd.TokenDead, null], (await world.Queue.RegistrationsAsync()).Select(registration => registration.EndedReason));
        await world.ChangeAsync();
        await Until.TrueAsync("the next change is out", async () => (await world.Queue.AttemptsAsync()).Count == 3);
        Assert.Equal(3, world.Apns.Journal.Received);
    }

    [Fact]
    public async Task A_server_in_trouble_is_tried_again_later()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database);
        world.Apns.Script.Next(ApnsAnswer.Error(503, ApnsReasons.ServiceUnavailable));
        world.Start();
        var tag = await world.ChangeAsync();

        await Until.TrueAsync("the second try is accepted", async () => (await world.Queue.TargetsAsync())[0].AcceptedTag == tag);
        Assert.Equal([PushOutcome.Retry, PushOutcome.Accepted], (await world.Queue.AttemptsAsync()).Select(attempt => attempt.Outcome));
    }

    [Fact]
    public async Task A_wallet_that_is_no_apple_s_is_never_sent_to_apple()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database);
        await world.Queue.AddDevicesAsync(1, PushKind.PassWallet);
        world.Start();
        var tag = await world.ChangeAsync();

        await Until.TrueAsync("the phone is pushed", async () => (await world.Queue.TargetsAsync())[0].AcceptedTag == tag);
        Assert.Equal(1, world.Apns.Journal.Received);
        Assert.Empty(await world.Queue.PendingAsync());
    }

    [Fact]
    [Trait("Fault", "F08")]
    public async Task The_end_of_the_portal_frees_every_lease_and_the_next_start_pushes_the_rest()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 2000);
        world.Apns.Script.ThinkTime = TimeSpan.FromMilliseconds(100);
        world.Start();
        await world.ChangeAsync();
        await Until.TrueAsync("some are out", () => world.Apns.Journal.InFlight >= 50);
        await world.StopAsync();

        Assert.Equal(0, world.Apns.Journal.InFlight);
        var left = await world.Queue.PendingAsync();
        Assert.NotEmpty(left);
        Assert.True(await world.Queue.IsIdleAsync());
        world.Start();
        await Until.TrueAsync("the rest is out", world.Queue.IsQuietAsync);
        Assert.Equal(2000, world.Apns.Journal.Received);
    }

    [Fact]
    [Trait("Fault", "F04")]
    public async Task What_a_dead_process_had_claimed_goes_out_after_the_restart()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 10);
        var tag = await world.Queue.ChangeAsync();
        Assert.Equal(10, (await world.Queue.ClaimAsync()).Count);
        if (fixture.Provider is Portal.Data.Storage.DatabaseProvider.PostgreSql)
            await world.Queue.EndLeasesAsync();
        world.Start();

        await Until.TrueAsync("all are accepted", async () => (await world.Queue.TargetsAsync()).All(target => target.AcceptedTag == tag));
    }
}

public sealed class PushDispatcherOnSqliteTests(SqliteFixture fixture) : PushDispatcherTests(fixture), IClassFixture<SqliteFixture>;

public sealed class PushDispatcherOnPostgresTests(PostgresFixture fixture) : PushDispatcherTests(fixture), IClassFixture<PostgresFixture>;

using Portal.Data.Pushes;
using Portal.Testing;
using Portal.Testing.Clocks;
using Portal.Testing.Databases;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Push.Faults;

public abstract class StreamLimitTests(DatabaseFixture fixture)
{
    [Fact]
    [Trait("Fault", "F28")]
    public async Task A_limit_of_one_stream_is_kept_to_and_then_a_thousand_are_used()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 500);
        world.Apns.LimitStreams(1);
        world.Apns.Script.ThinkTime = TimeSpan.FromMilliseconds(5);
        world.Start();
        var tag = await world.ChangeAsync();
        await Until.TrueAsync("a hundred came through the needle's eye", () => world.Apns.Journal.Accepted >= 100);
        var refused = world.Apns.Journal.Refused;
        world.Apns.LimitStreams(1000);

        await world.AllAcceptedAsync(tag);
        Assert.Equal(0, await HoldAsync(world, tag, $"{refused} refused while the limit was 1"));
    }

    [Fact]
    [Trait("Fault", "F28")]
    public async Task A_limit_of_none_for_half_a_minute_holds_the_queue_and_breaks_nothing()
    {
        var time = new FasterTime(10);
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions { Devices = 500, Time = time });
        world.Apns.Script.Next(ApnsAnswer.Ok);
        world.Start();
        await world.AllAcceptedAsync(await world.ChangeAsync());
        var received = world.Apns.Journal.Received;
        world.Apns.LimitStreams(0);
        var began = time.GetTimestamp();
        var tag = await world.ChangeAsync();
        await Until.TrueAsync("half a minute is over", () => time.GetElapsedTime(began) > TimeSpan.FromSeconds(30));
        var tried = world.Apns.Journal.Received - received;
        world.Apns.LimitStreams(1000);

        await world.AllAcceptedAsync(tag);
        Assert.Equal(tried, world.Apns.Journal.Refused);
        Assert.InRange(world.Apns.Journal.Connections, 4, 34);
        await HoldAsync(world, tag, $"{tried} refused while the limit was 0", saves: 2);
    }

    [Fact]
    [Trait("Fault", "F28")]
    public async Task Settings_that_come_late_are_no_trouble()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 1000);
        world.Apns.LimitStreams(10);
        world.Apns.DelaySettings(TimeSpan.FromMilliseconds(300));
        world.Start();
        var tag = await world.ChangeAsync();

        await world.AllAcceptedAsync(tag);
        Assert.Equal(0, await HoldAsync(world, tag, "SETTINGS 300 ms late"));
    }

    // Until a connection knows its limit it assumes 100: what it opens too many then is refused once, and sent again by itself.
    private static async Task<int> HoldAsync(PushWorld world, long tag, string detail, int saves = 1)
    {
        var journal = world.Apns.Journal;
        Assert.InRange(journal.Refused, 0, 100 * journal.Connections);
        Assert.InRange(journal.MostInFlight, 1, 900);
        await Until.TrueAsync("no connection too many is open", () => journal.OpenConnections <= 4);
        var failed = (await world.Queue.AttemptsAsync()).Count(attempt => attempt.Outcome is PushOutcome.Retry);
        (await world.Ledger.ReportAsync(
            world.Queue, tag, saves, $"{detail}, {failed} tried again, {journal.Refused} refused in all, {journal.Received} received, {journal.Connections} connections")).Hold();
        return failed;
    }
}

public sealed class StreamLimitOnSqliteTests(SqliteFixture fixture) : StreamLimitTests(fixture), IClassFixture<SqliteFixture>;

public sealed class StreamLimitOnPostgresTests(PostgresFixture fixture) : StreamLimitTests(fixture), IClassFixture<PostgresFixture>;

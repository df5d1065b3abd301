using Portal.Data.Pushes;
using Portal.Testing;
using Portal.Testing.Clocks;
using Portal.Testing.Databases;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Push.Faults;

public abstract class ClockJumpTests(DatabaseFixture fixture)
{
    private const int Devices = 200;

    private readonly SetTime _time = new();

    [Theory]
    [Trait("Fault", "F31")]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(24)]
    [InlineData(-24)]
    public async Task A_clock_that_is_set_while_pushes_wait_for_the_service_expires_none_and_silences_none(int hours)
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions { Devices = Devices, Time = _time });
        world.Start();
        var before = await world.ChangeAsync();
        await world.AllAcceptedAsync(before);
        world.Apns.Script.Always(ApnsAnswer.Error(503, ApnsReasons.ServiceUnavailable));
        var during = await world.ChangeAsync();
        await Until.TrueAsync("the service is in doubt, and some wait for their next try", async () =>
            (await world.Queue.AttemptsAsync()).Count(attempt => attempt.Outcome is PushOutcome.Retry) >= 20 && await world.Queue.IsIdleAsync());

        _time.Jump(TimeSpan.FromHours(hours));
        world.Apns.Script.Clear();
        var after = await world.ChangeAsync();

        // Had anything waited for the old time, or for a new connection, it would take an hour.
        await world.AllAcceptedAsync(after);
        Assert.Equal([before + 1, before + 2], [during, after]);
        Assert.DoesNotContain(await world.Queue.AttemptsAsync(), attempt => attempt.Outcome is PushOutcome.Expired);
        (await world.Ledger.ReportAsync(world.Queue, after, saves: 3, $"clock set by {hours} h")).Hold();
    }

    [Theory]
    [Trait("Fault", "F31")]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(24)]
    public async Task A_clock_that_is_set_while_pushes_are_queued_neither_holds_them_up_nor_expires_them(int hours)
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions { Devices = Devices, Time = _time });
        // Stopped, they stay in the queue without having been tried.
        await world.Queue.WriteAsync(db => TopicStops.StopAsync(db, world.Queue.Type.Id, TopicStops.Brake, _time.GetUtcNow(), TestContext.Current.CancellationToken));
        world.Start();
        var tag = await world.ChangeAsync();
        Assert.Equal(Devices, (await world.Queue.PendingAsync()).Count);

        _time.Jump(TimeSpan.FromHours(hours));
        await world.Queue.WriteAsync(db => Resume(db, world.Queue.Type.Id));
        world.Wake();

        await world.AllAcceptedAsync(tag);
        Assert.DoesNotContain(await world.Queue.AttemptsAsync(), attempt => attempt.Outcome is PushOutcome.Expired);
        (await world.Ledger.ReportAsync(world.Queue, tag, detail: $"clock set by {hours} h")).Hold();
    }

    [Fact]
    [Trait("Fault", "F31")]
    public async Task A_clock_that_was_put_back_while_the_portal_was_down_holds_up_nothing_after_the_start()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions { Devices = Devices, Time = _time });
        _time.Jump(TimeSpan.FromHours(2));
        var tag = await world.Queue.ChangeAsync();
        _time.Jump(TimeSpan.FromHours(-2));
        world.Start();

        await world.AllAcceptedAsync(tag);
        (await world.Ledger.ReportAsync(world.Queue, tag, detail: "started two hours before the save")).Hold();
    }

    [Fact]
    [Trait("Fault", "F31")]
    [Trait("Length", "Long")]
    public async Task A_clock_that_jumps_to_and_fro_all_the_time_loses_nothing()
    {
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions { Devices = 20, Time = _time });
        world.Apns.Script.When(_ => Random.Shared.Next(10) == 0 ? ApnsAnswer.Error(503, ApnsReasons.ServiceUnavailable) : null);
        world.Start();
        List<long> tags = [];
        var saves = Repeats.Of(20, 500);
        for (var save = 0; save < saves; save++)
        {
            _time.Jump(TimeSpan.FromMinutes(dice.Next(-90, 90)));
            tags.Add(await world.ChangeAsync());
            await Until.TrueAsync("every push of it was tried", async () =>
                await world.Queue.IsIdleAsync() && (await world.Queue.PendingAsync()).TrueForAll(push => push.Attempts > 0));
        }

        world.Apns.Script.Clear();
        await world.AllAcceptedAsync(tags[^1]);
        Assert.Equal([.. Enumerable.Range(0, saves).Select(step => tags[0] + step)], tags);
        Assert.DoesNotContain(await world.Queue.AttemptsAsync(), attempt => attempt.Outcome is PushOutcome.Expired);
        (await world.Ledger.ReportAsync(world.Queue, tags[^1], saves, $"{saves} jumps") with { Seed = seed }).Hold();
    }

    // As staff do it, but without giving the pushes their full time again.
    private static async Task Resume(Portal.Data.PortalDbContext db, int passTypeId)
    {
        var type = await db.PassTypes.FindAsync([passTypeId], TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException("The pass type is gone.");
        (type.PushStoppedAt, type.PushStopReason) = (null, null);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}

public sealed class ClockJumpOnSqliteTests(SqliteFixture fixture) : ClockJumpTests(fixture), IClassFixture<SqliteFixture>;

public sealed class ClockJumpOnPostgresTests(PostgresFixture fixture) : ClockJumpTests(fixture), IClassFixture<PostgresFixture>;

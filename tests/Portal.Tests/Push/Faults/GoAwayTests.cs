using Portal.Data.Pushes;
using Portal.Testing.Clocks;
using Portal.Testing.Databases;
using Wallet.Simulator.Apns;
using Wallet.Simulator.Apns.Http2;

namespace Portal.Tests.Push.Faults;

public abstract class GoAwayTests(DatabaseFixture fixture)
{
    // 100 streams of a client have the odd numbers up to 199.
    private const int HundredAndFirst = 201;

    [Fact]
    [Trait("Fault", "F18")]
    public async Task A_goaway_every_hundred_streams_loses_nothing_and_costs_one_connection_each()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 2000);
        world.Apns.Script.When(push => push.Stream == HundredAndFirst ? ApnsAnswer.GoAway(new GoAway { Reason = ApnsReasons.Shutdown }) : null);
        world.Start();
        var tag = await world.ChangeAsync();

        await world.AllAcceptedAsync(tag);
        var journal = world.Apns.Journal;
        Assert.True(journal.GoAways >= 10, $"{journal.GoAways} GOAWAYs");
        Assert.InRange(journal.Connections - 4, 0, journal.GoAways);
        (await world.Ledger.ReportAsync(world.Queue, tag, detail: $"{journal.GoAways} GOAWAYs, {journal.Connections} connections")).Hold();
    }

    [Fact]
    [Trait("Fault", "F19")]
    public async Task Streams_left_without_an_answer_by_a_goaway_end_after_ten_seconds_and_go_out_again()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions { Devices = 1000, Time = new FasterTime(3) });
        world.Apns.Script.ThinkTime = TimeSpan.FromMilliseconds(20);
        var silenced = 0;
        world.Apns.Script.When(push => push.Stream == HundredAndFirst && Interlocked.Increment(ref silenced) <= 4
            ? ApnsAnswer.GoAway(new GoAway { AndSilence = true })
            : null);
        world.Start();
        var tag = await world.ChangeAsync();

        await world.AllAcceptedAsync(tag);
        var attempts = await world.Queue.AttemptsAsync();
        var timedOut = attempts.Count(attempt => attempt.Reason == "TimedOut");
        var longest = attempts.Max(attempt => attempt.DurationMilliseconds);
        Assert.True(timedOut > 0, "Nothing was left without an answer.");
        // Ten seconds, and what the machine takes to notice beside all other tests: three times as long by this clock.
        Assert.InRange(longest, 10_000, 30_000);
        Assert.All(attempts, attempt => Assert.True(attempt.Outcome is PushOutcome.Accepted || attempt.Reason is "TimedOut" or "ConnectionLost", attempt.Reason));
        var report = await world.Ledger.ReportAsync(
            world.Queue, tag, detail: $"{world.Apns.Journal.GoAways} GOAWAYs, {timedOut} timed out, {attempts.Count(attempt => attempt.Reason is "ConnectionLost")} lost their connection, longest {longest} ms, {world.Apns.Journal.Connections} connections");
        Assert.InRange(report.Duplicates, 0, attempts.Count(attempt => attempt.Outcome is PushOutcome.Retry));
        report.Hold();
    }
}

public sealed class GoAwayOnSqliteTests(SqliteFixture fixture) : GoAwayTests(fixture), IClassFixture<SqliteFixture>;

public sealed class GoAwayOnPostgresTests(PostgresFixture fixture) : GoAwayTests(fixture), IClassFixture<PostgresFixture>;

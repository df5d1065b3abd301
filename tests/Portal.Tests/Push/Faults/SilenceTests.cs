using Portal.Push;
using Portal.Testing;
using Portal.Testing.Clocks;
using Portal.Testing.Databases;
using Portal.Testing.Network;
using Wallet.Simulator.Apns;
using SimulatedAnswer = Wallet.Simulator.Apns.ApnsAnswer;

namespace Portal.Tests.Push.Faults;

public abstract class SilenceTests(DatabaseFixture fixture)
{
    // Ten seconds, and what the machine takes to notice.
    private const int LongestMilliseconds = 30_000;

    // What the machine takes beside all other tests counts twice by this clock.
    private readonly FasterTime _time = new(2);

    [Fact]
    [Trait("Fault", "F20")]
    public async Task Half_open_connections_with_every_stream_in_use_are_all_replaced_within_twenty_seconds()
    {
        HalfOpenProxy? proxy = null;
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions
        {
            Devices = 600, Time = _time, Endpoint = apns => Through(proxy = HalfOpenProxy.Start(apns.BaseAddress.Port), apns),
        });
        var other = await world.AddTopicAsync(devices: 20);
        world.Apns.Script.Next(SimulatedAnswer.Ok);
        world.Apns.Script.When(push => push.Topic == world.Queue.Type.Identifier ? SimulatedAnswer.Never : null);
        world.Start();
        var tag = await world.ChangeAsync();
        await Until.TrueAsync("every stream is in use", () => world.Apns.Journal.InFlight >= 400);
        await using var frozen = proxy ?? throw new InvalidOperationException("Nobody has connected.");
        frozen.Freeze();
        world.Apns.Script.Clear();
        var began = _time.GetTimestamp();

        var tagOfOther = await world.ChangeAsync(other);
        await world.AllAcceptedAsync(tagOfOther, other);
        var otherTook = _time.GetElapsedTime(began);
        await Until.TrueAsync("no half-open connection is left", () => frozen.Frozen == 0);
        var replacedAfter = _time.GetElapsedTime(began);
        await world.AllAcceptedAsync(tag);

        Assert.True(otherTook < replacedAfter, $"The other topic took {otherTook}.");
        Assert.InRange(replacedAfter, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        var attempts = await world.Queue.AttemptsAsync();
        Assert.All(attempts, attempt => Assert.InRange(attempt.DurationMilliseconds, 0, LongestMilliseconds));
        Assert.InRange(frozen.Opened, 5, 12);
        (await world.Ledger.ReportAsync(world.Queue, tag, detail:
            $"{attempts.Count(attempt => attempt.Reason == "TimedOut")} timed out, pool replaced after {replacedAfter.TotalSeconds:F1} s, the other topic took {otherTook.TotalSeconds:F1} s, {frozen.Opened} connections")).Hold();
        (await world.Ledger.ReportAsync(other, tagOfOther)).Hold();
    }

    [Fact]
    [Trait("Fault", "F21")]
    public async Task A_service_that_takes_connections_and_never_answers_is_asked_again_until_it_does()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions { Devices = 300, Time = _time });
        world.Apns.Script.Next(SimulatedAnswer.Ok);
        world.Start();
        var first = await world.ChangeAsync();
        await world.AllAcceptedAsync(first);
        world.Apns.FallSilent(newOnesToo: true);
        var began = _time.GetTimestamp();
        var tag = await world.ChangeAsync();
        await Until.TrueAsync("a probe met the silence too", async () => (await Silent()) > 300);
        var reconnects = world.Apns.Journal.Connections - 4;
        var silence = _time.GetElapsedTime(began).TotalSeconds;
        world.Apns.Listen();

        await world.AllAcceptedAsync(tag);
        Assert.InRange(reconnects, 1, silence + 4);
        var attempts = await world.Queue.AttemptsAsync();
        Assert.All(attempts, attempt => Assert.InRange(attempt.DurationMilliseconds, 0, LongestMilliseconds));
        (await world.Ledger.ReportAsync(world.Queue, tag, saves: 2, $"{await Silent()} timed out, {reconnects} reconnects in {silence:F0} s of silence")).Hold();

        async Task<int> Silent() => (await world.Queue.AttemptsAsync()).Count(attempt => attempt.Reason == "TimedOut");
    }

    private static ApnsEndpoint Through(HalfOpenProxy proxy, SimulatedApns apns) => new(new Uri($"https://127.0.0.1:{proxy.Port}/"), apns.Root);
}

public sealed class SilenceOnSqliteTests(SqliteFixture fixture) : SilenceTests(fixture), IClassFixture<SqliteFixture>;

public sealed class SilenceOnPostgresTests(PostgresFixture fixture) : SilenceTests(fixture), IClassFixture<PostgresFixture>;

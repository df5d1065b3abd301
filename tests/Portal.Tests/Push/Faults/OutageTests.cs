using Portal.Data.Pushes;
using Portal.Testing;
using Portal.Testing.Clocks;
using Portal.Testing.Databases;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Push.Faults;

public abstract class OutageTests(DatabaseFixture fixture)
{
    // The most that may be under way when the first of them fails: four connections, each with 100 and what it has earned since.
    private const int MostUnderWay = 450;
    private const int Probes = 3;

    [Theory]
    [Trait("Fault", "F22")]
    [InlineData(503, ApnsReasons.ServiceUnavailable)]
    [InlineData(500, ApnsReasons.InternalServerError)]
    public async Task A_service_in_trouble_is_probed_and_not_overrun_and_gets_everything_afterwards(int status, string reason)
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions { Devices = 1000, Time = new FasterTime(10) });
        world.Apns.Script.ThinkTime = TimeSpan.FromMilliseconds(10);
        world.Start();
        var first = await world.ChangeAsync();
        await world.AllAcceptedAsync(first);
        world.Apns.Script.Always(ApnsAnswer.Error(status, reason));
        var before = world.Apns.Journal.Received;
        var tag = await world.ChangeAsync();
        await Until.TrueAsync("nothing is under way", async () => world.Apns.Journal.Received > before && await world.Queue.IsIdleAsync());
        var burst = world.Apns.Journal.Received - before;
        await Until.TrueAsync("the service was probed", () => world.Apns.Journal.Received >= before + burst + Probes);
        world.Apns.Script.Clear();
        var refused = world.Apns.Journal.Received - before;

        await world.AllAcceptedAsync(tag);
        Assert.InRange(burst, 20, MostUnderWay + Probes);
        var attempts = await world.Queue.AttemptsAsync();
        Assert.InRange(attempts.Count(attempt => attempt.Outcome is PushOutcome.Retry), burst, refused + 1);
        (await world.Ledger.ReportAsync(world.Queue, tag, saves: 2, $"{burst} requests failed at once, then {refused - burst} probes, of 1,000 due")).Hold();
    }
}

public sealed class OutageOnSqliteTests(SqliteFixture fixture) : OutageTests(fixture), IClassFixture<SqliteFixture>;

public sealed class OutageOnPostgresTests(PostgresFixture fixture) : OutageTests(fixture), IClassFixture<PostgresFixture>;

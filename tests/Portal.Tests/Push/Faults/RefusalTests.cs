using Portal.Data.Pushes;
using Portal.Testing;
using Portal.Testing.Databases;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Push.Faults;

public abstract class RefusalTests(DatabaseFixture fixture)
{
    private const string Page = "<html><body>Nothing to see here</body></html>";

    private static readonly (ApnsAnswer Answer, string Parked)[] OurFaults =
    [
        (ApnsAnswer.Error(400, ApnsReasons.BadTopic), "BadTopic"),
        (ApnsAnswer.Error(400, ApnsReasons.MissingTopic), "MissingTopic"),
        (ApnsAnswer.Error(400, ApnsReasons.TopicDisallowed), "TopicDisallowed"),
        (ApnsAnswer.Error(400, ApnsReasons.BadMessageId), "BadMessageId"),
        (ApnsAnswer.Error(400, "SomethingNew"), "SomethingNew"),
        (ApnsAnswer.Error(404, ApnsReasons.BadPath), "BadPath"),
        (ApnsAnswer.Error(405, ApnsReasons.MethodNotAllowed), "MethodNotAllowed"),
        (ApnsAnswer.Error(413, ApnsReasons.PayloadTooLarge), "PayloadTooLarge"),
        (ApnsAnswer.Error(418, "Teapot"), "Teapot"),
        (ApnsAnswer.Page(400, Page), "Status400"),
        (ApnsAnswer.Page(400, ""), "Status400"),
        (ApnsAnswer.Page(451, ""), "Status451"),
    ];

    private static readonly ApnsAnswer[] TheirTrouble =
    [
        ApnsAnswer.Error(500, "SomethingNew"), ApnsAnswer.Page(502, Page), ApnsAnswer.Page(599, ""), ApnsAnswer.Error(503, ApnsReasons.Shutdown),
        ApnsAnswer.Error(429, ApnsReasons.TooManyProviderTokenUpdates),
    ];

    [Fact]
    [Trait("Fault", "F27")]
    public async Task Faults_of_our_own_are_parked_after_one_try_and_trouble_of_the_service_is_tried_again()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: OurFaults.Length + TheirTrouble.Length + 1);
        var targets = await world.Queue.TargetsAsync();
        foreach (var (target, fault) in targets.Zip(OurFaults))
            world.Apns.Script.AlwaysFor(target.PushToken, fault.Answer);
        foreach (var (target, trouble) in targets.Skip(OurFaults.Length).Zip(TheirTrouble))
            world.Apns.Script.NextFor(target.PushToken, trouble, trouble);
        world.Start();
        var tag = await world.ChangeAsync();
        await Until.TrueAsync("only the parked are left", async () =>
        {
            // Due or not, nobody tries these before the next change.
            await world.Queue.MakeDueAsync();
            world.Wake();
            return (await world.Queue.AttemptsAsync()).Count >= OurFaults.Length + (3 * TheirTrouble.Length) + 1
                && await world.Queue.IsIdleAsync() && (await world.Queue.PendingAsync()) is var waiting
                && waiting.Count == OurFaults.Length && waiting.TrueForAll(push => push.ParkedReason is not null);
        });

        var other = await world.AddTopicAsync();
        await world.AllAcceptedAsync(await world.ChangeAsync(other), other);
        Assert.Equal(OurFaults.Select(fault => fault.Parked), (await world.Queue.PendingAsync()).Select(push => push.ParkedReason), StringComparer.Ordinal);
        var tries = (await world.Queue.AttemptsAsync()).GroupBy(attempt => attempt.PushTargetId).OrderBy(attempts => attempts.Key).Select(attempts => attempts.Count());
        Assert.Equal([.. OurFaults.Select(_ => 1), .. TheirTrouble.Select(_ => 3), 1], tries);

        world.Apns.Script.Clear();
        tag = await world.ChangeAsync();
        await world.AllAcceptedAsync(tag);
        (await world.Ledger.ReportAsync(world.Queue, tag, saves: 2, $"{OurFaults.Length} kinds parked, {TheirTrouble.Length} tried again")).Hold();
    }

    [Fact]
    [Trait("Fault", "F23")]
    public async Task Too_many_requests_for_one_device_hold_up_only_that_device()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 100);
        var busy = (await world.Queue.TargetsAsync())[0];
        world.Apns.Script.AlwaysFor(busy.PushToken, ApnsAnswer.Error(429, ApnsReasons.TooManyRequests));
        world.Start();
        var tag = await world.ChangeAsync();
        await Until.TrueAsync("all but one are accepted", async () => (await world.Queue.TargetsAsync()).Count(target => target.AcceptedTag == tag) == 99);
        await Until.TrueAsync("the busy one was tried twice", async () => (await TriesAsync()).Count >= 2);

        Assert.Equal("TooManyRequests", (await world.Queue.TargetsAsync())[0].LastResult);
        var tries = await TriesAsync();
        Assert.All(tries.Zip(tries.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1)));
        var slowest = (await world.Queue.AttemptsAsync()).Where(attempt => attempt.Outcome is PushOutcome.Accepted).Max(attempt => attempt.At) - tries[0].At;
        Assert.InRange(slowest, TimeSpan.MinValue, TimeSpan.FromSeconds(20));
        world.Apns.Script.Clear();
        await world.Queue.MakeDueAsync();
        world.Wake();
        await world.AllAcceptedAsync(tag);
        (await world.Ledger.ReportAsync(world.Queue, tag, detail: $"the other 99 were through after {slowest.TotalMilliseconds:F0} ms")).Hold();

        async Task<List<PushAttempt>> TriesAsync() => [.. (await world.Queue.AttemptsAsync()).Where(attempt => attempt.PushTargetId == busy.Id)];
    }
}

public sealed class RefusalOnSqliteTests(SqliteFixture fixture) : RefusalTests(fixture), IClassFixture<SqliteFixture>;

public sealed class RefusalOnPostgresTests(PostgresFixture fixture) : RefusalTests(fixture), IClassFixture<PostgresFixture>;

using Microsoft.EntityFrameworkCore;
using Portal.Data.Certificates;
using Portal.Data.Pushes;
using Portal.Push;
using Portal.Testing;
using Portal.Testing.Databases;
using Wallet.Simulator.Apns;
using SimulatedAnswer = Wallet.Simulator.Apns.ApnsAnswer;

namespace Portal.Tests.Push;

public abstract class PushTroubleTests(DatabaseFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Fault", "F24")]
    public async Task A_refused_certificate_stops_its_topic_keeps_the_queue_and_lets_others_go_on()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 50);
        var other = await world.AddTopicAsync(devices: 5);
        var topic = world.Queue.Type.Identifier;
        world.Apns.Script.When(push => push.Topic == topic ? SimulatedAnswer.Error(403, ApnsReasons.BadCertificate) : null);
        world.Start();
        await world.ChangeAsync();
        await Until.TrueAsync("the topic is stopped", async () => (await world.Queue.TypeAsync()).PushStoppedAt is not null);
        var tag = await world.ChangeAsync(other);

        await Until.TrueAsync("the other topic is pushed", async () => (await other.TargetsAsync()).All(target => target.AcceptedTag == tag));
        Assert.Equal("BadCertificate", (await world.Queue.TypeAsync()).PushStopReason);
        // One push goes first, so only one was refused.
        Assert.Equal(1, world.Apns.Journal.Answers[(403, ApnsReasons.BadCertificate)]);
        var kept = await world.Queue.PendingAsync();
        Assert.Equal(50, kept.Count);
        Assert.All(kept, push => Assert.Equal(0, push.Attempts));
        Assert.Contains(world.Log.Errors, line => line.Text.Contains("BadCertificate", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Fault", "F24")]
    public async Task A_resumed_topic_sends_one_push_first()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 50);
        world.Apns.Script.Next(SimulatedAnswer.Error(403, ApnsReasons.Forbidden), SimulatedAnswer.Ok with { After = TimeSpan.FromMilliseconds(300) });
        world.Start();
        await world.ChangeAsync();
        await Until.TrueAsync("the topic is stopped", async () => (await world.Queue.TypeAsync()).PushStoppedAt is not null);

        Assert.Equal(50, await world.Topics.ResumeAsync(world.Queue.Type.Id, Cancelled));
        await Until.TrueAsync("the first is in flight", () => world.Apns.Journal.InFlight == 1);
        world.Wake();
        await Until.TrueAsync("the first is answered", () =>
        {
            // Read in this order, a second push in flight is seen only while the first has no answer.
            var inFlight = world.Apns.Journal.InFlight;
            var answered = world.Apns.Journal.Accepted >= 1;
            Assert.True(answered || inFlight <= 1, "Another push went out before the first was answered.");
            return answered;
        });
        await Until.TrueAsync("all are out", world.Queue.IsQuietAsync);
        Assert.Equal(51, world.Apns.Journal.Received);
    }

    [Fact]
    [Trait("Fault", "F24")]
    public async Task A_new_certificate_resumes_its_topic_by_itself()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 3);
        world.Apns.Script.Next(SimulatedAnswer.Error(403, ApnsReasons.BadCertificate));
        world.Start();
        await world.ChangeAsync();
        await Until.TrueAsync("the topic is stopped", async () => (await world.Queue.TypeAsync()).PushStoppedAt is not null);

        await world.Queue.WriteAsync(db => ReplaceCertificateAsync(db, world.Queue.Type.Id));
        world.Certificates.Put(world.Queue.Type.Id, world.Queue.Type.Identifier);
        world.Wake();

        await Until.TrueAsync("all are out", world.Queue.IsQuietAsync);
        Assert.Null((await world.Queue.TypeAsync()).PushStoppedAt);
    }

    [Fact]
    [Trait("Fault", "F26")]
    public async Task Bad_tokens_without_end_stop_the_topic_instead_of_retiring_everybody()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 300);
        world.Apns.Script.Always(SimulatedAnswer.Error(400, ApnsReasons.BadDeviceToken));
        var began = DateTimeOffset.UtcNow.AddSeconds(-1);
        world.Start();
        await world.ChangeAsync();
        await Until.TrueAsync("the brake is on", async () => (await world.Queue.TypeAsync()).PushStopReason == TopicStops.Brake);
        await Until.TrueAsync("nothing is leased", world.Queue.IsIdleAsync);

        var retired = (await world.Queue.TargetsAsync()).Count(target => target.RetiredAt is not null);
        Assert.InRange(retired, 1, 70);
        Assert.Equal(300 - retired, (await world.Queue.PendingAsync()).Count);

        Assert.Equal(retired, await world.Topics.UndoRetirementsAsync(world.Queue.Type.Id, began, Cancelled));
        Assert.All(await world.Queue.RegistrationsAsync(), registration => Assert.Null(registration.EndedAt));
        Assert.Equal(300, (await world.Queue.PendingAsync()).Count);
    }

    [Fact]
    [Trait("Fault", "F25")]
    public async Task A_410_older_than_the_registration_retires_nothing()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database);
        world.Apns.Script.Next(SimulatedAnswer.Gone(DateTimeOffset.UtcNow.AddDays(-1)));
        world.Start();
        var tag = await world.ChangeAsync();

        await Until.TrueAsync("the next try is accepted", async () => (await world.Queue.TargetsAsync())[0].AcceptedTag == tag);
        Assert.Null((await world.Queue.RegistrationsAsync())[0].EndedAt);
    }

    [Fact]
    [Trait("Fault", "F29")]
    public async Task A_server_with_another_certificate_gets_nothing()
    {
        await using var stranger = await SimulatedApns.StartAsync(cancellation: Cancelled);
        await using var real = await SimulatedApns.StartAsync(cancellation: Cancelled);
        await using var world = await PushWorld.CreateAsync(fixture.Database, elsewhere: new ApnsEndpoint(stranger.BaseAddress, real.Root));
        world.Start();
        await world.ChangeAsync();

        await Until.TrueAsync("it is noticed", async () => (await world.Queue.AttemptsAsync()).Any(attempt => attempt.Reason == "NotTrusted"));
        Assert.Equal(0, stranger.Journal.Received);
        Assert.False(await world.Queue.IsQuietAsync());
        Assert.Contains(world.Log.Errors, line => line.Text.Contains("No secure connection", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Fault", "F18")]
    public async Task Goaways_lose_nothing()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 1000);
        var count = 0;
        world.Apns.Script.When(_ => Interlocked.Increment(ref count) % 250 == 0 ? SimulatedAnswer.GoAway() : null);
        world.Start();
        var tag = await world.ChangeAsync();

        await Until.TrueAsync("all are accepted", async () => (await world.Queue.TargetsAsync()).All(target => target.AcceptedTag == tag));
        Assert.InRange(world.Apns.Journal.GoAways, 3, 10);
        Assert.InRange(world.Apns.Journal.Connections, 1, 4 + world.Apns.Journal.GoAways + 2);
    }

    [Fact]
    public async Task A_single_save_overtakes_paced_bulk_work()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 300, bulkPerSecond: 20);
        var hurried = await world.AddTopicAsync();
        await world.Queue.PublishAsync();
        world.Start();
        await Until.TrueAsync("bulk work is going", () => world.Apns.Journal.Received > 0);
        var tag = await world.ChangeAsync(hurried);

        await Until.TrueAsync("the save is out", async () => (await hurried.TargetsAsync())[0].AcceptedTag == tag);
        Assert.True((await world.Queue.PendingAsync()).Count > 200, "The save did not overtake.");
    }

    private static async Task ReplaceCertificateAsync(Portal.Data.PortalDbContext db, int passTypeId)
    {
        var certificate = new SigningCertificate
        {
            PassTypeId = passTypeId, Thumbprint = Guid.NewGuid().ToString("N"), Certificate = [1], Intermediate = [1], ProtectedKey = [1],
            UploadedAt = DateTimeOffset.UtcNow.AddSeconds(1),
        };
        db.SigningCertificates.Add(certificate);
        await db.SaveChangesAsync(Cancelled);
        await db.PassTypes.Where(type => type.Id == passTypeId)
            .ExecuteUpdateAsync(set => set.SetProperty(type => type.SigningCertificateId, certificate.Id), Cancelled);
    }
}

public sealed class PushTroubleOnSqliteTests(SqliteFixture fixture) : PushTroubleTests(fixture), IClassFixture<SqliteFixture>;

public sealed class PushTroubleOnPostgresTests(PostgresFixture fixture) : PushTroubleTests(fixture), IClassFixture<PostgresFixture>;

using Microsoft.EntityFrameworkCore;
using Portal.Data.Certificates;
using Portal.Data.Pushes;
using Portal.Testing;
using Portal.Testing.Databases;
using Wallet.Simulator.Apns;
using SimulatedAnswer = Wallet.Simulator.Apns.ApnsAnswer;

namespace Portal.Tests.Push;

public abstract class PushTroubleTests(DatabaseFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Fault", "F24")]
    [InlineData(ApnsReasons.BadCertificate)]
    [InlineData(ApnsReasons.ExpiredProviderToken)]
    public async Task A_refused_certificate_stops_its_topic_keeps_the_queue_and_lets_others_go_on(string reason)
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 50);
        var other = await world.AddTopicAsync(devices: 5);
        var topic = world.Queue.Type.Identifier;
        world.Apns.Script.When(push => push.Topic == topic ? SimulatedAnswer.Error(403, reason) : null);
        world.Start();
        var refused = await world.ChangeAsync();
        await Until.TrueAsync("the topic is stopped", async () => (await world.Queue.TypeAsync()).PushStoppedAt is not null);
        var tag = await world.ChangeAsync(other);

        await world.AllAcceptedAsync(tag, other);
        Assert.Equal(reason, (await world.Queue.TypeAsync()).PushStopReason);
        // One push goes first, so only one was refused.
        Assert.Equal(1, world.Apns.Journal.Answers[(403, reason)]);
        var kept = await world.Queue.PendingAsync();
        Assert.Equal(50, kept.Count);
        Assert.All(kept, push => Assert.Equal(0, push.Attempts));
        Assert.Contains(world.Log.Errors, line => line.Text.Contains(reason, StringComparison.Ordinal));
        (await world.Ledger.ReportAsync(other, tag)).Hold();
        (await world.Ledger.ReportAsync(world.Queue, refused, detail: $"{kept.Count} kept")).Hold();
    }

    [Fact]
    [Trait("Fault", "F24")]
    public async Task A_certificate_refused_in_mid_run_starts_nothing_more_and_everything_arrives_after_the_resumption()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 1500);
        world.Apns.Script.ThinkTime = TimeSpan.FromMilliseconds(50);
        world.Start();
        var tag = await world.ChangeAsync();
        await Until.TrueAsync("it is going", () => world.Apns.Journal.Accepted >= 300);
        world.Apns.Script.Always(SimulatedAnswer.Error(403, ApnsReasons.ExpiredProviderToken));
        await Until.TrueAsync("the topic is stopped", async () =>
            (await world.Queue.TypeAsync()).PushStopReason == ApnsReasons.ExpiredProviderToken && await world.Queue.IsIdleAsync());

        var refused = world.Apns.Journal.Answers[(403, ApnsReasons.ExpiredProviderToken)];
        var kept = await world.Queue.PendingAsync();
        Assert.InRange(refused, 1, 450);
        Assert.Equal(1500 - world.Apns.Journal.Accepted, kept.Count);
        Assert.All(kept, push => Assert.Equal(0, push.Attempts));
        world.Apns.Script.Clear();
        await world.Topics.ResumeAsync(world.Queue.Type.Id, "Ada", Cancelled);
        await world.AllAcceptedAsync(tag);
        (await world.Ledger.ReportAsync(world.Queue, tag, detail: $"{refused} refused, {kept.Count} kept")).Hold();
    }

    [Fact]
    [Trait("Fault", "F24")]
    public async Task A_resumed_topic_sends_one_push_first()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 50);
        world.Apns.Script.Next(SimulatedAnswer.Error(403, ApnsReasons.Forbidden), SimulatedAnswer.Ok with { After = TimeSpan.FromMilliseconds(300) });
        world.Start();
        var tag = await world.ChangeAsync();
        await Until.TrueAsync("the topic is stopped", async () => (await world.Queue.TypeAsync()).PushStoppedAt is not null);

        Assert.Equal(50, await world.Topics.ResumeAsync(world.Queue.Type.Id, "Ada", Cancelled));
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
        (await world.Ledger.ReportAsync(world.Queue, tag)).Hold();
    }

    [Fact]
    [Trait("Fault", "F24")]
    public async Task A_new_certificate_resumes_its_topic_by_itself()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 3);
        world.Apns.Script.Next(SimulatedAnswer.Error(403, ApnsReasons.BadCertificate));
        world.Start();
        var tag = await world.ChangeAsync();
        await Until.TrueAsync("the topic is stopped", async () => (await world.Queue.TypeAsync()).PushStoppedAt is not null);

        await world.Queue.WriteAsync(db => ReplaceCertificateAsync(db, world.Queue.Type.Id));
        world.Certificates.Put(world.Queue.Type.Id, world.Queue.Type.Identifier);
        world.Wake();

        await Until.TrueAsync("all are out", world.Queue.IsQuietAsync);
        Assert.Null((await world.Queue.TypeAsync()).PushStoppedAt);
        (await world.Ledger.ReportAsync(world.Queue, tag)).Hold();
    }

    [Fact]
    [Trait("Fault", "F24")]
    public async Task A_certificate_refused_while_the_portal_ends_is_stored_with_the_reason_of_the_answer()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database);
        world.Apns.Script.Next(SimulatedAnswer.Error(403, ApnsReasons.Forbidden) with { After = TimeSpan.FromMilliseconds(500) });
        world.Start();
        var tag = await world.ChangeAsync();
        await Until.TrueAsync("the push is in flight", () => world.Apns.Journal.InFlight == 1);

        await world.StopAsync();

        Assert.Equal(ApnsReasons.Forbidden, (await world.Queue.TypeAsync()).PushStopReason);
        Assert.Single(await world.Queue.PendingAsync());
        (await world.Ledger.ReportAsync(world.Queue, tag, detail: "1 kept")).Hold();
    }

    [Fact]
    [Trait("Fault", "F26")]
    public async Task Bad_tokens_without_end_stop_the_topic_instead_of_retiring_everybody()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 300);
        world.Apns.Script.Always(SimulatedAnswer.Error(400, ApnsReasons.BadDeviceToken));
        var began = DateTimeOffset.UtcNow.AddSeconds(-1);
        world.Start();
        var tag = await world.ChangeAsync();
        await Until.TrueAsync("the brake is on", async () => (await world.Queue.TypeAsync()).PushStopReason == TopicStops.Brake);
        await Until.TrueAsync("nothing is leased", world.Queue.IsIdleAsync);

        var retired = (await world.Queue.TargetsAsync()).Count(target => target.RetiredAt is not null);
        Assert.InRange(retired, 1, 70);
        Assert.Equal(300 - retired, (await world.Queue.PendingAsync()).Count);

        Assert.Equal(retired, await world.Topics.UndoRetirementsAsync(world.Queue.Type.Id, began, "Ada", Cancelled));
        Assert.All(await world.Queue.RegistrationsAsync(), registration => Assert.Null(registration.EndedAt));
        Assert.Equal(300, (await world.Queue.PendingAsync()).Count);

        world.Apns.Script.Clear();
        await world.Topics.ResumeAsync(world.Queue.Type.Id, "Ada", Cancelled);
        await world.AllAcceptedAsync(tag);
        Assert.All(await world.Queue.TargetsAsync(), target => Assert.Null(target.RetiredAt));
        (await world.Ledger.ReportAsync(world.Queue, tag, detail: $"{retired} retired, and undone")).Hold();
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
        (await world.Ledger.ReportAsync(world.Queue, tag)).Hold();
    }

    [Fact]
    [Trait("Fault", "F25")]
    public async Task A_410_retires_a_device_only_when_it_is_later_than_its_token()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, devices: 30);
        var targets = await world.Queue.TargetsAsync();
        foreach (var (place, target) in targets.Index().Where(target => target.Index % 3 != 0))
            world.Apns.Script.NextFor(target.PushToken, SimulatedAnswer.Gone(target.TokenSetAt.AddSeconds(place % 3 == 1 ? -30 : 30)));
        world.Start();
        var tag = await world.ChangeAsync();

        await world.AllAcceptedAsync(tag);
        var retired = (await world.Queue.TargetsAsync()).Index().Where(target => target.Item.RetiredAt is not null).Select(target => target.Index);
        Assert.Equal([.. Enumerable.Range(0, 30).Where(place => place % 3 == 2)], retired);
        (await world.Ledger.ReportAsync(world.Queue, tag, detail: "10 retired, 10 alive in spite of a 410")).Hold();
    }

    [Fact]
    public async Task A_single_save_overtakes_paced_bulk_work()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions { Devices = 300, BulkPerSecond = 20 });
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

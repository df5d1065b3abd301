using System.Collections.Concurrent;
using System.Net;
using Portal.Activity;
using Portal.Certificates;
using Portal.Data.Pushes;
using Portal.Push;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Hosting;
using Portal.Testing.Protocol;
using Wallet.Simulator.Apns;
using SimulatedAnswer = Wallet.Simulator.Apns.ApnsAnswer;

namespace Portal.Tests.Certificates;

/// <summary>What the list of certificates says of stopped pushes and retired phones, and that both end at a word of staff.</summary>
public abstract class StoppedPushesTests(PortalFixture fixture)
{
    private PortalHost Portal => fixture.Portal;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stop_is_listed_with_its_reason_and_what_waits_until_somebody_resumes()
    {
        var (cards, pass) = await InstalledAsync("pass.test.stopped");
        var stoppedAt = TimeProvider.System.GetUtcNow();
        await Portal.Writer.WriteAsync((db, token) => TopicStops.StopAsync(db, cards.PassTypeId, TopicStops.Brake, stoppedAt, token), Cancelled);
        await cards.SaveAsync(pass, "points", "2");

        var stop = (await CardAsync(cards)).Stop;
        Assert.NotNull(stop);
        Assert.Equal((TopicStops.Brake, 1, true), (stop.Reason, stop.Waiting, stop.IsBrake));
        Assert.Equal(stoppedAt, stop.Since, TimeSpan.FromMilliseconds(1));

        var received = Portal.Apns.Journal.Received;
        ConcurrentBag<PortalEventKind> news = [];
        await using (Hear(news))
        {
            Assert.Equal(1, await Portal.Service<PushTopics>().ResumeAsync(cards.PassTypeId, "Grace", Cancelled));
            // This kind wakes the workers of other nodes.
            await Until.TrueAsync("other nodes are told", () => news.Contains(PortalEventKind.PushStopChanged));
        }

        Assert.Null((await CardAsync(cards)).Stop);
        await Until.TrueAsync("the push went out", () => Portal.Apns.Journal.Received > received);
        Assert.Contains(Portal.Log.Lines, line => line.Text == $"Grace resumed the pushes of pass type {cards.PassTypeId}; waiting: 1");
    }

    [Fact]
    public async Task Pages_are_told_when_the_push_service_stops_a_topic()
    {
        var (cards, pass) = await InstalledAsync("pass.test.refused");
        ConcurrentBag<PortalEventKind> news = [];
        await using (Hear(news))
        {
            Portal.Apns.Script.Next(SimulatedAnswer.Error(403, ApnsReasons.Forbidden));
            await cards.SaveAsync(pass, "points", "2");
            await Until.TrueAsync("pages are told", () => news.Contains(PortalEventKind.PushStopChanged));
        }

        Assert.Equal(ApnsReasons.Forbidden, (await CardAsync(cards)).Stop?.Reason);
    }

    [Fact]
    public async Task Retired_phones_are_listed_and_come_back_with_a_push()
    {
        var (cards, pass) = await InstalledAsync("pass.test.retired");
        Assert.Null((await CardAsync(cards)).Retired);
        Portal.Apns.Script.Next(SimulatedAnswer.Error(400, ApnsReasons.BadDeviceToken));
        await cards.SaveAsync(pass, "points", "2");
        await Until.TrueAsync("the phone is retired", async () => (await CardAsync(cards)).Retired is { Count: 1 });
        var received = Portal.Apns.Journal.Received;

        ConcurrentBag<PortalEventKind> news = [];
        await using (Hear(news))
        {
            var since = (await CardAsync(cards)).Retired?.Since ?? default;
            Assert.Equal(1, await Portal.Service<PushTopics>().UndoRetirementsAsync(cards.PassTypeId, since, "Grace", Cancelled));
            await Until.TrueAsync("other nodes are told", () => news.Contains(PortalEventKind.RegistrationChanged));
        }

        Assert.Null((await CardAsync(cards)).Retired);
        await Until.TrueAsync("it is pushed", () => Portal.Apns.Journal.Received > received);
        Assert.Contains(Portal.Log.Lines, line => line.Text == $"Grace brought 1 retired push target back to life in pass type {cards.PassTypeId}");
    }

    private PortalSubscription Hear(ConcurrentBag<PortalEventKind> news) => Portal.Service<PortalEvents>().Subscribe(batch =>
    {
        foreach (var each in batch.Events)
            news.Add(each.Kind);
        return Task.CompletedTask;
    });

    private async Task<CertificateCard> CardAsync(Workspace cards) =>
        (await Portal.Service<CertificateList>().LoadAsync(Cancelled)).Single(card => card.PassTypeId == cards.PassTypeId);

    private async Task<(Workspace Cards, TestPass Pass)> InstalledAsync(string passType)
    {
        var cards = await Workspace.CreateAsync(Portal, passType);
        var pass = await cards.IssueAsync();
        using var registered = await new WalletDevice(Portal.Http, Face.Apple).RegisterAsync(pass);
        Assert.Equal(HttpStatusCode.Created, registered.StatusCode);
        return (cards, pass);
    }
}

public sealed class StoppedPushesOnSqliteTests(PortalOnSqlite portal) : StoppedPushesTests(portal), IClassFixture<PortalOnSqlite>;

public sealed class StoppedPushesOnPostgresTests(PortalOnPostgres portal) : StoppedPushesTests(portal), IClassFixture<PortalOnPostgres>;

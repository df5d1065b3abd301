using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Clocks;
using Portal.Testing.Hosting;
using Portal.Testing.Protocol;

namespace Portal.Tests.Push.Faults;

public abstract class CertificateExpiryTests(DatabaseProvider provider)
{
    private const int Devices = 5;

    private readonly SetTime _time = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Fault", "F30")]
    public async Task A_certificate_that_runs_out_holds_its_topic_and_signs_nothing_until_it_is_replaced()
    {
        Needs.PostgresFor(provider);
        await using var portal = await PortalHost.StartAsync(new PortalHostOptions { Provider = provider, Time = _time }, Cancelled);
        var cards = await Workspace.CreateAsync(portal, certificateEnds: _time.GetUtcNow().AddDays(20));
        var ledger = new PushLedger(portal.Apns);
        var pass = await cards.IssueAsync();
        List<WalletDevice> devices = [.. Enumerable.Range(0, Devices).Select(_ => new WalletDevice(portal.Http, Face.Apple))];
        foreach (var device in devices)
            Assert.Equal(HttpStatusCode.Created, (await device.RegisterAsync(pass)).StatusCode);
        await cards.SaveAsync(pass, "points", "1");
        await Until.TrueAsync("all are woken", () => devices.TrueForAll(device => ledger.DeliveredTo(device.PushToken) >= 1));
        Assert.Equal(CertificateState.ExpiresSoon, await StateAsync(portal));
        await Until.TrueAsync("nobody waits", async () => await WaitingAsync(portal) == 0);
        var woken = Woken(ledger, devices);

        _time.Jump(TimeSpan.FromDays(21));
        var tag = await cards.SaveAsync(pass, "points", "2");
        await Until.TrueAsync("it is noticed", () => portal.Log.Errors.Any(line => line.Text.Contains("No usable signing certificate", StringComparison.Ordinal)));
        using var refused = await devices[0].FetchAsync(pass);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (refused.StatusCode, refused.Headers.RetryAfter?.Delta > TimeSpan.Zero));
        Assert.Equal(CertificateState.Expired, await StateAsync(portal));
        Assert.Equal((Devices, woken), (await WaitingAsync(portal), Woken(ledger, devices)));
        await Until.TrueAsync("the old connections are closed", () => portal.Apns.Journal.OpenConnections == 0);
        // However long it takes to renew it.
        await portal.Writer.WriteAsync((db, token) => db.PendingPushes.ExecuteUpdateAsync(
            set => set.SetProperty(push => push.ExpiresAt, push => push.QueuedAt), token), Cancelled);

        await Workspace.UploadCertificateAsync(portal, cards.PassType);
        await Until.TrueAsync("all are accepted", async () => await LostAsync(portal, tag) == 0 && await WaitingAsync(portal) == 0);
        using var served = await devices[0].FetchAsync(pass);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        await Openssl.VerifyAsync(await served.Content.ReadAsByteArrayAsync(Cancelled), portal.Authority.Root, _time.GetUtcNow());
        Assert.Equal(CertificateState.Good, await StateAsync(portal));
        new FaultReport(await LostAsync(portal, tag), 0, Woken(ledger, devices) - woken - Devices) { Detail = $"{portal.Apns.Journal.Connections} connections" }.Hold();
    }

    private static int Woken(PushLedger ledger, IEnumerable<WalletDevice> devices) => devices.Sum(device => ledger.DeliveredTo(device.PushToken));

    private static async Task<CertificateState> StateAsync(PortalHost portal) =>
        (await portal.Service<CertificateList>().LoadAsync(Cancelled)).Single().State;

    private static async Task<int> WaitingAsync(PortalHost portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync(Cancelled);
        return await db.PendingPushes.CountAsync(Cancelled) + await db.PushLeases.CountAsync(Cancelled);
    }

    private static async Task<int> LostAsync(PortalHost portal, long tag)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync(Cancelled);
        return await db.PushTargets.CountAsync(target => target.AcceptedTag < tag, Cancelled);
    }
}

public sealed class CertificateExpiryOnSqliteTests() : CertificateExpiryTests(DatabaseProvider.Sqlite);

public sealed class CertificateExpiryOnPostgresTests() : CertificateExpiryTests(DatabaseProvider.PostgreSql);

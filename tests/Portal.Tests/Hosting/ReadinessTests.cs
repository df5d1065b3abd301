using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Push;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Hosting;
using Portal.Testing.Protocol;
using SimulatedAnswer = Wallet.Simulator.Apns.ApnsAnswer;

namespace Portal.Tests.Hosting;

/// <summary><c>/health/ready</c> says why the portal does its work only in part, and nothing that anybody should not read.</summary>
public abstract class ReadinessTests(DatabaseProvider provider)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pushes_that_wait_too_long_degrade_the_portal_with_the_reason()
    {
        Needs.PostgresFor(provider);
        await using var portal = await PortalHost.StartAsync(new PortalHostOptions { Provider = provider }, Cancelled);
        var workspace = await Workspace.CreateAsync(portal);
        var pass = await workspace.IssueAsync();
        var phone = new WalletDevice(portal.Http, Face.Apple);
        using (var registered = await phone.RegisterAsync(pass))
            Assert.Equal(HttpStatusCode.Created, registered.StatusCode);
        Assert.Equal("ok", await ReadyAsync(portal));

        await StopAsync(portal, workspace.PassTypeId, "BadCertificate");
        await workspace.SaveAsync(pass, "points", "2");
        Assert.Equal("degraded: Pushes of a pass type are stopped.", await ReadyAsync(portal));

        await portal.Service<PushTopics>().ResumeAsync(workspace.PassTypeId, "Ada", Cancelled);
        await Until.TrueAsync("the portal is well again", async () => await ReadyAsync(portal) == "ok");
    }

    [Fact]
    public async Task A_push_service_that_fails_degrades_the_portal_until_it_answers()
    {
        Needs.PostgresFor(provider);
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Push:LateAfterSeconds"] = "1" };
        await using var portal = await PortalHost.StartAsync(new PortalHostOptions { Provider = provider, Settings = settings }, Cancelled);
        var workspace = await Workspace.CreateAsync(portal);
        var pass = await workspace.IssueAsync();
        var phone = new WalletDevice(portal.Http, Face.Apple);
        using (var registered = await phone.RegisterAsync(pass))
            Assert.Equal(HttpStatusCode.Created, registered.StatusCode);

        portal.Apns.Script.Always(SimulatedAnswer.Error(503, "ServiceUnavailable"));
        await workspace.SaveAsync(pass, "points", "2");
        await Until.TrueAsync("the portal says so", async () =>
            (await ReadyAsync(portal)).StartsWith("degraded: The push service has not answered for ", StringComparison.Ordinal));

        portal.Apns.Script.Clear();
        await Until.TrueAsync("the portal is well again", async () => await ReadyAsync(portal) == "ok");
    }

    private static async Task<string> ReadyAsync(PortalHost portal)
    {
        using var answer = await portal.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    private static Task<int> StopAsync(PortalHost portal, int passTypeId, string reason) =>
        portal.Writer.WriteAsync(
            (db, token) => db.PassTypes.Where(type => type.Id == passTypeId)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(type => type.PushStopReason, reason).SetProperty(type => type.PushStoppedAt, DateTimeOffset.UtcNow), token),
            Cancelled);
}

public sealed class ReadinessOnSqliteTests() : ReadinessTests(DatabaseProvider.Sqlite);

public sealed class ReadinessOnPostgresTests() : ReadinessTests(DatabaseProvider.PostgreSql);

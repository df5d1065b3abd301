using System.Net;
using System.Net.Sockets;
using Portal.Activity;
using Portal.Devices;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary>'Proof of arrival, honestly': what staff are told of what devices did over the wire.</summary>
public abstract class EvidenceTests(ProtocolFixture fixture)
{
    private const string Agent = "passd/1.0";

    private readonly string _name = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, BothFaces]
    public async Task A_change_goes_from_accepted_over_asked_and_fetched_to_settled(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = await fixture.InstallAsync(face, pass);
        var tag = (await device.AskAsync(pass.PassType))!.Tag;
        await fixture.Cards.SaveAsync(pass, "points", "1");
        await ComesToAsync(pass, ArrivalStep.Accepted);

        var list = await device.AskAsync(pass.PassType, tag);
        await ComesToAsync(pass, ArrivalStep.Asked);

        (await device.FetchAsync(pass)).Dispose();
        await ComesToAsync(pass, ArrivalStep.Fetched);

        Assert.Null(await device.AskAsync(pass.PassType, list!.Tag));
        await ComesToAsync(pass, ArrivalStep.Settled);
    }

    [Theory, BothFaces]
    public async Task A_304_is_as_good_as_a_fetch(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = await fixture.InstallAsync(face, pass);
        await fixture.Cards.SaveAsync(pass, "points", "1");
        using var head = await device.HeadAsync(pass);

        using var known = await device.FetchAsync(pass, ("If-None-Match", head.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        await ComesToAsync(pass, ArrivalStep.Fetched);
    }

    [Theory, BothFaces]
    public async Task Two_devices_behind_one_address_are_said_to_be_one_of_2(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        WalletDevice[] devices = [await InstallAsync(face, pass), await InstallAsync(face, pass)];
        await fixture.Cards.SaveAsync(pass, "points", "1");
        foreach (var device in devices)
            await device.AskAsync(pass.PassType);

        (await devices[0].FetchAsync(pass)).Dispose();

        await Until.TrueAsync("a fetch is known", async () => (await ArrivalOfAsync(pass)).FetchedBySomebody);
        var arrival = await ArrivalOfAsync(pass);
        Assert.Equal((0, "fetched by one of 2"), (arrival.Fetched, ArrivalWords.Of(arrival)));
    }

    [Theory, BothFaces]
    public async Task Of_two_devices_the_one_that_asked_from_there_fetched_it(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var here = await InstallAsync(face, pass);
        using var elsewhere = From(IPAddress.Parse("127.0.0.2"));
        var there = new WalletDevice(elsewhere, face) { UserAgent = Agent };
        await ProtocolFixture.InstallOnAsync(there, pass);
        await fixture.Cards.SaveAsync(pass, "points", "1");
        await here.AskAsync(pass.PassType);
        await there.AskAsync(pass.PassType);

        (await there.FetchAsync(pass)).Dispose();

        await Until.TrueAsync("a fetch is known", async () => (await ArrivalOfAsync(pass)).Fetched == 1);
        var steps = (await DevicesOfAsync(pass)).ToDictionary(device => device.LibraryIdentifier, device => device.Step, StringComparer.Ordinal);
        Assert.Equal((ArrivalStep.Asked, ArrivalStep.Fetched), (steps[here.Id], steps[there.Id]));
        Assert.False((await ArrivalOfAsync(pass)).FetchedBySomebody);
    }

    [Theory, BothFaces]
    public async Task A_device_that_removes_the_pass_keeps_what_it_had_fetched(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = await fixture.InstallAsync(face, pass);
        var tag = await fixture.Cards.SaveAsync(pass, "points", "1");
        (await device.FetchAsync(pass)).Dispose();
        await ComesToAsync(pass, ArrivalStep.Fetched);

        (await device.UnregisterAsync(pass)).Dispose();

        var ended = Assert.Single(await DevicesOfAsync(pass));
        Assert.NotNull(ended.EndedAt);
        Assert.Equal(tag, ended.FetchedTag);
    }

    private async Task<WalletDevice> InstallAsync(Face face, TestPass pass)
    {
        var device = new WalletDevice(fixture.Http, face) { UserAgent = $"{Agent} {_name}" };
        await ProtocolFixture.InstallOnAsync(device, pass);
        return device;
    }

    private HttpClient From(IPAddress address) => fixture.NewClient(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    private Task ComesToAsync(TestPass pass, ArrivalStep step) =>
        Until.TrueAsync($"the device has come to {step}", async () => Assert.Single(await DevicesOfAsync(pass)).Step == step);

    private async Task<Arrival> ArrivalOfAsync(TestPass pass) =>
        (await fixture.Portal.Service<Arrivals>().OfPassesAsync([pass.Id], Cancelled))[pass.Id];

    private Task<IReadOnlyList<DevicePass>> DevicesOfAsync(TestPass pass) => fixture.Portal.Service<DeviceQueries>().OfPassAsync(pass.Id, Cancelled);
}

public sealed class EvidenceOnSqliteTests(ProtocolOnSqlite fixture) : EvidenceTests(fixture), IClassFixture<ProtocolOnSqlite>;

public sealed class EvidenceOnPostgresTests(ProtocolOnPostgres fixture) : EvidenceTests(fixture), IClassFixture<ProtocolOnPostgres>;

using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Portal.Activity;
using Portal.Data.Devices;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary>Android wallets register, list and fetch like anyone, and their tokens never go to Apple.</summary>
public abstract class OtherWalletTests(ProtocolFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, BothFaces]
    public async Task PassWallet_is_answered_under_registrations_attido_as_under_registrations(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var wallet = new WalletDevice(fixture.Http, face) { Word = "AttidoPass" };
        var path = Attido(face.Registration(wallet.Id, pass.PassType, pass.SerialNumber));
        using var first = await wallet.SendAsync(HttpMethod.Post, path, pass.Token, Body());
        using var again = await wallet.SendAsync(HttpMethod.Post, path, pass.Token, Body());
        using var list = await wallet.SendAsync(HttpMethod.Get, Attido(face.Registrations(wallet.Id, pass.PassType)), token: null);
        var stored = await StoredAsync(pass);
        using var ended = await wallet.SendAsync(HttpMethod.Delete, path, pass.Token);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode, ended.StatusCode));
        Assert.Equal([pass.SerialNumber], (await UpdateList.ReadAsync(list, face))!.SerialNumbers);
        Assert.Equal((PushKind.PassWallet, "token of PassWallet!", "https://push.example.com/x"), (stored.Kind, stored.PushToken, stored.PushServiceUrl));

        HttpContent Body() => WalletDevice.Json($$"""{"{{face.PushToken}}":"token of PassWallet!","pushServiceUrl":"https://push.example.com/x"}""");
    }

    [Theory, BothFaces]
    public async Task Pass2U_tells_itself_apart_by_a_header(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var wallet = fixture.Device(face);

        using var answer = await wallet.SendAsync(
            HttpMethod.Post, face.Registration(wallet.Id, pass.PassType, pass.SerialNumber), pass.Token,
            WalletDevice.Json("""{"pushToken":"not hexadecimal"}"""), ("X-Pass-Client", "Passes"));

        Assert.Equal((HttpStatusCode.Created, PushKind.Pass2U), (answer.StatusCode, (await StoredAsync(pass)).Kind));
    }

    [Theory]
    [BothFaces("AndroidPass")]
    [BothFaces("AttidoPass")]
    [BothFaces("WalletUnionPass")]
    public async Task Their_tokens_are_not_sent_to_Apple_and_they_list_and_fetch_like_anyone(Face face, string word)
    {
        var pass = await fixture.Cards.IssueAsync();
        var wallet = new WalletDevice(fixture.Http, face) { Word = word };
        var phone = fixture.Device(face);
        (await wallet.RegisterAsync(pass)).Dispose();
        (await phone.RegisterAsync(pass)).Dispose();
        var tag = (await wallet.AskAsync(pass.PassType))!.Tag;

        await fixture.Cards.SaveAsync(pass, "points", "1");

        await Until.TrueAsync("the phone is pushed", () => PushesTo(phone) > 0);
        Assert.Equal(0, PushesTo(wallet));
        Assert.Equal([pass.SerialNumber], (await wallet.AskAsync(pass.PassType, tag))!.SerialNumbers);
        using var fetched = await wallet.FetchAsync(pass);
        Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
    }

    [Fact]
    public async Task They_are_shown_as_not_to_be_pushed_from_here()
    {
        var pass = await fixture.Cards.IssueAsync();
        (await new WalletDevice(fixture.Http, Face.Apple) { Word = "AndroidPass" }.RegisterAsync(pass)).Dispose();
        await fixture.Cards.SaveAsync(pass, "points", "1");

        var arrival = (await fixture.Portal.Service<Arrivals>().OfPassesAsync([pass.Id], Cancelled))[pass.Id];

        Assert.Equal((1, "cannot be pushed"), (arrival.Unreachable, ArrivalWords.Of(arrival)));
    }

    [Fact]
    public async Task An_address_that_a_device_names_is_never_called()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var pass = await fixture.Cards.IssueAsync();
        var (wallet, phone) = (new WalletDevice(fixture.Http, Face.Apple) { Word = "AttidoPass" }, fixture.Device(Face.Apple));
        (await wallet.SendAsync(
            HttpMethod.Post, Attido(Face.Apple.Registration(wallet.Id, pass.PassType, pass.SerialNumber)), pass.Token,
            WalletDevice.Json($$"""{"pushToken":"a","pushServiceUrl":"http://{{listener.LocalEndpoint}}/"}"""))).Dispose();
        (await phone.RegisterAsync(pass)).Dispose();

        await fixture.Cards.SaveAsync(pass, "points", "1");

        await Until.TrueAsync("the phone is pushed", () => PushesTo(phone) > 0);
        Assert.False(listener.Pending());
    }

    private static string Attido(string path) => path.Replace("/registrations/", "/registrations_attido/", StringComparison.Ordinal);

    private int PushesTo(WalletDevice device) => fixture.Portal.Apns.Journal.Recent.Count(push => push.Push.Token == device.PushToken);

    private async Task<PushTarget> StoredAsync(TestPass pass)
    {
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        return await db.Registrations.Where(row => row.PassId == pass.Id).Select(row => row.PushTarget!).AsNoTracking().SingleAsync(Cancelled);
    }
}

public sealed class OtherWalletOnSqliteTests(ProtocolOnSqlite fixture) : OtherWalletTests(fixture), IClassFixture<ProtocolOnSqlite>;

public sealed class OtherWalletOnPostgresTests(ProtocolOnPostgres fixture) : OtherWalletTests(fixture), IClassFixture<ProtocolOnPostgres>;

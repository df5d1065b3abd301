using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Devices;
using Portal.Testing.Builders;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary>The Authorization header, on every route that asks for it. B11 to B13 of the table of bad inputs.</summary>
public abstract class AuthorizationTests(ProtocolFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [BothFaces("")]
    [BothFaces("\nAuthorization: ApplePass")]
    [BothFaces("\nAuthorization: ApplePass ")]
    [BothFaces("\nAuthorization: Bearer {0}")]
    [BothFaces("\nAuthorization: {0}")]
    [BothFaces("\nAuthorization: Basic ApplePass {0}")]
    [BothFaces("\nAuthorization: ApplePass {0}x")]
    [BothFaces("\nAuthorization: ApplePass {0}\nAuthorization: ApplePass {0}")]
    [Trait("Input", "B11")]
    [Trait("Input", "B12")]
    public async Task B11_B12_anything_but_one_known_word_with_the_token_is_401_on_every_route(Face face, string headers)
    {
        var pass = await fixture.Cards.IssueAsync();
        var authorization = headers.Replace("{0}", pass.Token, StringComparison.Ordinal);
        foreach (var route in Routes(face, pass))
            (await fixture.Portal.SendRawAsync(route + " HTTP/1.1" + authorization, Cancelled)).IsProblem(401);
    }

    [Theory]
    [BothFaces("ApplePass   {0}  ")]
    [BothFaces("applepass {0}")]
    [BothFaces("APPLEPASS {0}")]
    [Trait("Input", "B11")]
    public async Task B11_spaces_and_capitals_of_the_word_do_not_matter(Face face, string header)
    {
        var pass = await fixture.Cards.IssueAsync();
        var authorization = header.Replace("{0}", pass.Token, StringComparison.Ordinal);

        var answer = await fixture.Portal.SendRawAsync(
            $"GET {face.Pass(pass.PassType, pass.SerialNumber)} HTTP/1.1\nAuthorization: {authorization}", Cancelled);

        await answer.IsPassAsync(pass);
    }

    [Theory]
    [BothFaces("ApplePass", PushKind.Apple)]
    [BothFaces("AndroidPass", PushKind.WalletPasses)]
    [BothFaces("AttidoPass", PushKind.PassWallet)]
    [BothFaces("WalletUnionPass", PushKind.WalletUnion)]
    public async Task The_words_of_other_wallets_open_a_pass_and_are_remembered(Face face, string word, PushKind kind)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = new WalletDevice(fixture.Http, face) { Word = word.ToLowerInvariant() };

        using var fetched = await device.FetchAsync(pass);
        using var registered = await device.RegisterAsync(pass);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Created), (fetched.StatusCode, registered.StatusCode));
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        var row = await db.Registrations.Include(registration => registration.PushTarget)
            .SingleAsync(registration => registration.PassId == pass.Id, Cancelled);
        Assert.Equal((word, kind), (row.AuthorizationWord, row.PushTarget!.Kind));
    }

    [Theory, BothFaces]
    [Trait("Input", "B12")]
    public async Task B12_a_header_of_40_kB_and_one_of_other_letters_are_refused_by_the_server(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var line = $"GET {face.Pass(pass.PassType, pass.SerialNumber)} HTTP/1.1\nAuthorization: ApplePass ";

        (await fixture.Portal.SendRawAsync(line + new string('a', 40_000), Cancelled)).IsOfTheServer(431);
        (await fixture.Portal.SendRawAsync(line + pass.Token + "\u00E9", Cancelled)).IsOfTheServer(400);
    }

    [Theory, BothFaces]
    [Trait("Input", "B13")]
    public async Task B13_the_token_of_another_pass_is_401(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var other = await fixture.Cards.IssueAsync();

        using var answer = await fixture.Device(face).FetchAsync(pass with { Token = other.Token });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory, BothFaces]
    [Trait("Input", "B13")]
    public async Task B13_a_token_from_before_its_replacement_is_401(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        await using (var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled))
        {
            await db.Passes.Where(row => row.Id == pass.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.AuthenticationToken, "new-" + pass.Token), Cancelled);
        }

        using var before = await fixture.Device(face).FetchAsync(pass);
        using var now = await fixture.Device(face).FetchAsync(pass with { Token = "new-" + pass.Token });

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (before.StatusCode, now.StatusCode));
    }

    [Theory, BothFaces]
    public async Task Authorization_is_judged_before_the_body(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = fixture.Device(face);

        using var garbage = await device.RegisterAsync(pass with { Token = "wrong" }, WalletDevice.Json("["));
        using var huge = await device.RegisterAsync(pass with { Token = "wrong" }, new ByteArrayContent(new byte[5000]));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (garbage.StatusCode, huge.StatusCode));
    }

    private static IEnumerable<string> Routes(Face face, TestPass pass)
    {
        var registration = face.Registration("device", pass.PassType, pass.SerialNumber);
        return
        [
            "GET " + face.Pass(pass.PassType, pass.SerialNumber), "POST " + registration, "DELETE " + registration,
            "POST " + registration.Replace("registrations", "registrations_attido", StringComparison.Ordinal),
        ];
    }
}

public sealed class AuthorizationOnSqliteTests(ProtocolOnSqlite fixture) : AuthorizationTests(fixture), IClassFixture<ProtocolOnSqlite>;

public sealed class AuthorizationOnPostgresTests(ProtocolOnPostgres fixture) : AuthorizationTests(fixture), IClassFixture<ProtocolOnPostgres>;

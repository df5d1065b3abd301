using System.Net;
using Portal.Testing.Builders;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary>
/// Wrong verbs and unknown paths get problem details: never a page, a cookie or the way to a sign-in. B24 of the table of bad inputs.
/// The database has no part in it, so one is enough.
/// </summary>
public sealed class RoutingTests(ProtocolOnSqlite fixture) : IClassFixture<ProtocolOnSqlite>
{
    private static readonly string[] Verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [BothFaces("/passes/{type}/{serial}", "GET, HEAD")]
    [BothFaces("/devices/d/registrations/{type}", "GET, HEAD")]
    [BothFaces("/devices/d/registrations_attido/{type}", "GET, HEAD")]
    [BothFaces("/devices/d/registrations/{type}/{serial}", "POST, DELETE")]
    [BothFaces("/devices/d/registrations_attido/{type}/{serial}", "POST, DELETE")]
    [BothFaces("/log", "POST")]
    [Trait("Input", "B24")]
    public async Task B24_a_verb_the_resource_does_not_take_is_405_with_those_it_takes(Face face, string path, string allowed)
    {
        var pass = await fixture.Cards.IssueAsync();
        foreach (var verb in Verbs.Except(allowed.Split(", "), StringComparer.Ordinal))
        {
            var answer = await SendAsync(verb, face, path, pass);
            if (verb is "HEAD")
                answer = answer with { Body = """{"status":405}""" };
            answer.IsProblem(405);
            Assert.Equal(allowed, answer.Header("Allow"));
        }
    }

    [Theory]
    [BothFaces("/passes")]
    [BothFaces("/passes/{type}")]
    [BothFaces("/passes/{type}/{serial}/more")]
    [BothFaces("/passes/{type}/{serial}/personalize/")]
    [BothFaces("/devices")]
    [BothFaces("/devices/d")]
    [BothFaces("/devices/d/registrations")]
    [BothFaces("/devices/d/registration/{type}")]
    [BothFaces("/devices/d/registrations/{type}/{serial}/more")]
    [BothFaces("/log/more")]
    public async Task A_path_that_is_no_resource_is_404_for_every_verb(Face face, string path)
    {
        var pass = await fixture.Cards.IssueAsync();
        foreach (var verb in Verbs.Except(["HEAD"], StringComparer.Ordinal))
            (await SendAsync(verb, face, path, pass)).IsProblem(404);
    }

    [Theory]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    [InlineData("/v1/anything")]
    [InlineData("/v1/admin")]
    [InlineData("/v1/v1")]
    [InlineData("/v1/v1/log")]
    [InlineData("/v1/v1/devices/d/registrations/t")]
    public async Task Nothing_else_stands_below_v1(string path)
    {
        using var answer = await fixture.Device(Face.Apple).SendAsync(HttpMethod.Get, path, token: null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory, BothFaces]
    public async Task Each_face_speaks_its_own_names(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = await fixture.InstallAsync(face, pass);

        using var list = await device.ListAsync(pass.PassType);

        var body = await list.Content.ReadAsStringAsync(Cancelled);
        Assert.Equal($$"""{"{{face.LastUpdated}}":"{{await fixture.Cards.ClockAsync()}}","{{face.SerialNumbers}}":["{{pass.SerialNumber}}"]}""", body);
    }

    [Theory, BothFaces]
    public async Task A_cookie_changes_nothing(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = fixture.Device(face);

        using var answer = await device.FetchAsync(pass with { Token = "wrong" }, ("Cookie", "__Host-portal=anything; .AspNetCore.Antiforgery.x=y"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory, BothFaces]
    public async Task A_browser_is_answered_as_a_phone_is(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = new WalletDevice(fixture.Http, face) { UserAgent = "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0" };

        using var answer = await device.FetchAsync(pass with { Token = "wrong" }, ("Accept", "text/html,*/*;q=0.8"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private Task<RawAnswer> SendAsync(string verb, Face face, string path, TestPass pass)
    {
        var target = path.Replace("{type}", pass.PassType, StringComparison.Ordinal).Replace("{serial}", pass.SerialNumber, StringComparison.Ordinal);
        var length = verb is "POST" or "PUT" or "PATCH" ? "\nContent-Length: 0" : "";
        return fixture.Portal.SendRawAsync($"{verb} {face.Prefix}{target} HTTP/1.1\nAuthorization: ApplePass {pass.Token}{length}", Cancelled);
    }
}

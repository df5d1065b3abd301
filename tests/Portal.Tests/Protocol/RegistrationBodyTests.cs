using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Testing.Builders;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary>What a registration may bring. B14 to B21 of the table of bad inputs.</summary>
public abstract class RegistrationBodyTests(ProtocolFixture fixture)
{
    private const string Token = "6a5b4c3d2e1f";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [BothFaces("""{"pushToken":"6a5b4c3d2e1f"}""")]
    [BothFaces("""{"push_token":"6a5b4c3d2e1f"}""")]
    [BothFaces("""{"pushToken":"6a5b4c3d2e1f","push_token":"6a5b4c3d2e1f"}""")]
    [BothFaces("""{"unknown":[1,{"a":null}],"pushToken":"6a5b4c3d2e1f","more":true}""")]
    [BothFaces(""" { "pushToken" : "\u0036a5b4c3d2e1f" } """)]
    [Trait("Input", "B18")]
    public async Task B18_either_spelling_is_read_on_either_face_and_unknown_keys_are_ignored(Face face, string json) =>
        await IsTakenAsync(face, WalletDevice.Json(json));

    [Theory]
    [BothFaces("")]
    [BothFaces("[]")]
    [BothFaces("null")]
    [BothFaces("{}")]
    [BothFaces("\"6a5b4c3d2e1f\"")]
    [BothFaces("""{"pushToken":null}""")]
    [BothFaces("""{"pushToken":""}""")]
    [BothFaces("""{"pushToken":123}""")]
    [BothFaces("""{"pushToken":["6a5b4c3d2e1f"]}""")]
    [BothFaces("""{"pushToken":"6a5b4c3d2e1f"}{}""")]
    [BothFaces("""{"pushToken":"6a5b4c3d2e1f",}""")]
    [BothFaces("""pushToken: 6a5b4c3d2e1f""")]
    [Trait("Input", "B14")]
    public async Task B14_a_body_that_is_no_object_with_a_token_is_400(Face face, string json) =>
        await IsRefusedAsync(face, WalletDevice.Json(json), HttpStatusCode.BadRequest);

    [Theory]
    [BothFaces("6a5b/4c3d")]
    [BothFaces("6a5b?4c3d")]
    [BothFaces("..")]
    [BothFaces("6a5b 4c3d")]
    [BothFaces("6a5b4c3g")]
    [BothFaces("６ａ")]
    [Trait("Input", "B15")]
    public async Task B15_a_token_of_Apples_that_is_not_hexadecimal_is_400(Face face, string token) =>
        await IsRefusedAsync(face, WalletDevice.Json($$"""{"pushToken":"{{token}}"}"""), HttpStatusCode.BadRequest);

    [Theory]
    [BothFaces("""{"pushToken":"6a\u0000"}""")]
    [BothFaces("""{"pushToken":"\ud800"}""")]
    [BothFaces("""{"pushToken":"6a5b4c3d2e1f","pushToken":"6a5b4c3d2e1f"}""")]
    [BothFaces("""{"pushToken":"6a5b4c3d2e1f","push_token":"aaaa"}""")]
    [BothFaces("""{"pushToken":"6a5b4c3d2e1f","a":1,"a":1}""")]
    [Trait("Input", "B17")]
    [Trait("Input", "B18")]
    public async Task B17_B18_NUL_half_letters_and_contradictions_are_400(Face face, string json) =>
        await IsRefusedAsync(face, WalletDevice.Json(json), HttpStatusCode.BadRequest);

    [Theory, BothFaces]
    [Trait("Input", "B17")]
    public async Task B17_bytes_that_are_no_UTF_8_are_400(Face face) =>
        await IsRefusedAsync(face, Bytes([.. "{\"pushToken\":\""u8, 0xFF, 0xFE, .. "\"}"u8]), HttpStatusCode.BadRequest);

    [Theory, BothFaces]
    [Trait("Input", "B17")]
    public async Task B17_a_byte_order_mark_is_passed_over(Face face) =>
        await IsTakenAsync(face, Bytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Json())]));

    [Theory, BothFaces]
    [Trait("Input", "B19")]
    public async Task B19_a_nest_of_brackets_is_400(Face face) =>
        await IsRefusedAsync(face, WalletDevice.Json(new string('[', 4000)), HttpStatusCode.BadRequest);

    [Theory]
    [BothFaces(4096, HttpStatusCode.Created)]
    [BothFaces(4097, HttpStatusCode.RequestEntityTooLarge)]
    [BothFaces(100_000, HttpStatusCode.RequestEntityTooLarge)]
    [Trait("Input", "B19")]
    public async Task B19_a_body_has_at_most_4096_bytes(Face face, int length, HttpStatusCode status)
    {
        var json = Json().PadRight(length);
        foreach (var isChunked in (bool[])[false, true])
        {
            if (status is HttpStatusCode.Created)
                await IsTakenAsync(face, Text(json, isChunked));
            else
                await IsRefusedAsync(face, Text(json, isChunked), status);
        }
    }

    [Theory, BothFaces]
    [Trait("Input", "B19")]
    public async Task B19_35_MB_that_are_only_announced_are_413_at_once(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var answer = await fixture.Portal.SendRawAsync(Post(face, pass) + "\nContent-Length: 36700160", Cancelled);

        answer.IsProblem(413);
    }

    [Theory]
    [BothFaces(null)]
    [BothFaces("text/plain")]
    [BothFaces("application/octet-stream")]
    [BothFaces("application/json; charset=utf-8")]
    [BothFaces("application/json; charset=iso-8859-1")]
    [BothFaces("nonsense")]
    [Trait("Input", "B20")]
    public async Task B20_whatever_the_content_type_says_it_is_read_as_UTF_8_JSON(Face face, string? contentType)
    {
        var body = Bytes(Encoding.UTF8.GetBytes(Json()));
        if (contentType is not null)
            body.Headers.TryAddWithoutValidation("Content-Type", contentType);

        await IsTakenAsync(face, body);
    }

    [Theory, BothFaces]
    [Trait("Input", "B20")]
    public async Task B20_UTF_16_is_400(Face face) =>
        await IsRefusedAsync(face, new StringContent(Json(), Encoding.Unicode, "application/json"), HttpStatusCode.BadRequest);

    [Theory]
    [BothFaces("gzip")]
    [BothFaces("br")]
    [BothFaces("nonsense")]
    [Trait("Input", "B21")]
    public async Task B21_a_compressed_body_is_415(Face face, string encoding)
    {
        var body = WalletDevice.Json(Json());
        body.Headers.ContentEncoding.Add(encoding);

        await IsRefusedAsync(face, body, HttpStatusCode.UnsupportedMediaType);
    }

    [Theory, BothFaces]
    [Trait("Input", "B21")]
    public async Task B21_what_HTTP_itself_forbids_is_refused_by_the_server(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var many = string.Concat(Enumerable.Range(0, 101).Select(number => $"\nX-Header-{number}: a"));

        (await fixture.Portal.SendRawAsync(Post(face, pass) + many, Cancelled)).IsOfTheServer(431);
        (await fixture.Portal.SendRawAsync(Post(face, pass) + "\nHost: a\nHost: b", Cancelled)).IsOfTheServer(400);
    }

    [Theory, BothFaces]
    [Trait("Input", "B21")]
    public async Task B21_chunks_that_are_none_are_400(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var answer = await RawHttp.SendAsync(
            fixture.Portal.Address, Post(face, pass) + "\nTransfer-Encoding: chunked", "5;a\nb\r\nhello\r\n0\r\n\r\n"u8.ToArray(), Cancelled);

        Assert.Equal(400, answer.Status);
        Assert.Null(answer.Header("Set-Cookie"));
    }

    [Theory]
    [InlineData("push_token=6a5b4c3d2e1f")]
    [InlineData("pushToken=6a5b4c3d2e1f&x=1")]
    [InlineData("x=%20&push_token=6a5b4c3d%32e1f")]
    public async Task A_form_is_read_on_the_unversioned_face(string form) => await IsTakenAsync(Face.Original, Form(form));

    [Theory]
    [InlineData("")]
    [InlineData("push_token=")]
    [InlineData("push_token=6a%2F5b")]
    [InlineData("push_token=aaaa&push_token=bbbb")]
    [InlineData("push_token=aaaa&pushToken=bbbb")]
    [InlineData("{\"push_token\":\"\"}")]
    public async Task A_form_without_one_usable_token_is_400(string form) =>
        await IsRefusedAsync(Face.Original, Form(form), HttpStatusCode.BadRequest);

    [Fact]
    public async Task JSON_that_calls_itself_a_form_is_read_as_what_it_is() =>
        await IsTakenAsync(Face.Original, Form($$"""{"push_token":"{{Token}}"}"""));

    [Fact]
    public async Task A_form_is_no_body_for_Apples_face() =>
        await IsRefusedAsync(Face.Apple, Form("pushToken=6a5b4c3d2e1f"), HttpStatusCode.BadRequest);

    private static string Json() => $$"""{"pushToken":"{{Token}}"}""";

    private static ByteArrayContent Bytes(byte[] bytes) => new(bytes);

    private static StringContent Form(string form) => new(form, Encoding.UTF8, "application/x-www-form-urlencoded");

    // A stream of unknown length goes out in chunks.
    private static HttpContent Text(string text, bool isChunked) =>
        isChunked ? new UnknownLength(Encoding.UTF8.GetBytes(text)) : new StringContent(text, Encoding.UTF8, "application/json");

    private static string Post(Face face, TestPass pass) =>
        $"POST {face.Registration("device", pass.PassType, pass.SerialNumber)} HTTP/1.1\nAuthorization: ApplePass {pass.Token}";

    private async Task IsTakenAsync(Face face, HttpContent body)
    {
        var pass = await fixture.Cards.IssueAsync();
        using var answer = await fixture.Device(face).RegisterAsync(pass, body);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        Assert.Equal(Token, await db.Registrations.Where(row => row.PassId == pass.Id).Select(row => row.PushTarget!.PushToken).SingleAsync(Cancelled));
    }

    private async Task IsRefusedAsync(Face face, HttpContent body, HttpStatusCode status)
    {
        var pass = await fixture.Cards.IssueAsync();
        using var answer = await fixture.Device(face).RegisterAsync(pass, body);

        Assert.Equal(status, answer.StatusCode);
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        Assert.False(await db.Registrations.AnyAsync(row => row.PassId == pass.Id, Cancelled));
    }

    private sealed class UnknownLength(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

public sealed class RegistrationBodyOnSqliteTests(ProtocolOnSqlite fixture) : RegistrationBodyTests(fixture), IClassFixture<ProtocolOnSqlite>;

public sealed class RegistrationBodyOnPostgresTests(ProtocolOnPostgres fixture) : RegistrationBodyTests(fixture), IClassFixture<ProtocolOnPostgres>;

using System.Net;
using Passbook.Generator;
using Portal.Testing.Builders;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary><c>GET passes/{passType}/{serial}</c>: what a pass is answered with.</summary>
public abstract class PassTests(ProtocolFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, BothFaces]
    public async Task A_pass_is_answered_whole_with_its_validators_and_a_file_name(Face face)
    {
        var pass = await fixture.Cards.IssueAsync(values: ("points", "120"));

        using var answer = await fixture.Device(face).FetchAsync(pass);

        Assert.Equal((HttpStatusCode.OK, PassPackage.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.NotNull(answer.Content.Headers.LastModified);
        Assert.True(answer.Headers.ETag?.IsWeak);
        Assert.Equal("no-cache, private", answer.Headers.CacheControl?.ToString());
        Assert.Equal($"{pass.SerialNumber}.pkpass", answer.Content.Headers.ContentDisposition?.FileNameStar);
        var opened = await OpenAsync(answer);
        Assert.DoesNotContain(opened.Problems, problem => problem.Severity is ProblemSeverity.Error);
        Assert.Equal((pass.PassType, pass.SerialNumber, pass.Token), (opened.Pass!.PassTypeIdentifier, opened.Pass.SerialNumber, opened.Pass.AuthenticationToken));
        Assert.Equal(120m, opened.Pass.StoreCard!.PrimaryFields[0].Value.Number);
    }

    [Theory, BothFaces]
    public async Task HEAD_is_answered_as_GET_without_the_body(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = fixture.Device(face);
        using var whole = await device.FetchAsync(pass);

        using var head = await device.HeadAsync(pass);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(
            whole.Content.Headers.Where(IsFixed).Select(Line), head.Content.Headers.Where(IsFixed).Select(Line), StringComparer.Ordinal);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancelled));

        static bool IsFixed(KeyValuePair<string, IEnumerable<string>> header) => header.Key is not "Last-Modified";
        static string Line(KeyValuePair<string, IEnumerable<string>> header) => $"{header.Key}: {string.Join(',', header.Value)}";
    }

    [Theory, BothFaces]
    public async Task HEAD_with_the_known_version_is_304(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = fixture.Device(face);
        using var whole = await device.FetchAsync(pass);

        using var head = await device.HeadAsync(pass, ("If-None-Match", whole.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, head.StatusCode);
    }

    [Theory, BothFaces]
    public async Task An_unknown_pass_and_a_wrong_token_get_the_same_401(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = fixture.Device(face);

        using var wrong = await device.FetchAsync(pass with { Token = "wrong-" + pass.Token });
        using var unknown = await device.FetchAsync(pass with { SerialNumber = "nobody" });
        using var unknownType = await device.FetchAsync(pass with { PassType = "pass.nobody" });

        foreach (var answer in (HttpResponseMessage[])[wrong, unknown, unknownType])
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(await TextAsync(wrong), await TextAsync(unknown));
        Assert.Equal(await TextAsync(wrong), await TextAsync(unknownType));
        Assert.Equal(HeadersOf(wrong), HeadersOf(unknown), StringComparer.Ordinal);

        static IEnumerable<string> HeadersOf(HttpResponseMessage answer) =>
            answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
    }

    [Theory, BothFaces]
    public async Task A_voided_pass_is_answered_with_voided_in_it(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        await fixture.Cards.VoidAsync(pass);

        using var answer = await fixture.Device(face).FetchAsync(pass);

        Assert.Equal(true, (await OpenAsync(answer)).Pass!.Voided);
    }

    [Theory, BothFaces]
    public async Task An_expired_pass_is_answered_with_its_date(Face face)
    {
        var expired = new DateTimeOffset(2020, 5, 1, 12, 0, 0, TimeSpan.Zero);
        var pass = await fixture.Cards.IssueAsync();
        await ChangeRowAsync(pass, row => row.ExpiresAt = expired);

        using var answer = await fixture.Device(face).FetchAsync(pass);

        Assert.Equal(expired, (await OpenAsync(answer)).Pass!.ExpirationDate);
    }

    [Theory, BothFaces]
    public async Task A_deleted_pass_goes_on_being_answered_and_is_voided(Face face)
    {
        var pass = await fixture.Cards.IssueAsync(values: ("points", "7"));
        await ChangeRowAsync(pass, row => row.DeletedAt = DateTimeOffset.UtcNow);

        using var answer = await fixture.Device(face).FetchAsync(pass);

        var last = (await OpenAsync(answer)).Pass!;
        Assert.Equal((true, 7m), (last.Voided, last.StoreCard!.PrimaryFields[0].Value.Number));
    }

    [Theory, BothFaces]
    public async Task Without_a_usable_certificate_a_pass_is_503_and_never_unsigned(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var unsigned = await UnsignedPassAsync();
        var device = fixture.Device(face);

        using var answer = await device.FetchAsync(unsigned);
        using var head = await device.HeadAsync(unsigned);
        using var other = await device.FetchAsync(pass);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, head.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory, BothFaces]
    public async Task Personalize_is_404_until_there_is_reward_enrolment(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();

        using var answer = await fixture.Device(face).SendAsync(
            HttpMethod.Post, face.Pass(pass.PassType, pass.SerialNumber) + "/personalize", pass.Token, WalletDevice.Json("{}"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [BothFaces("bytes=5-2")]
    [BothFaces("bytes=0-10")]
    public async Task A_range_is_answered_with_the_whole_pass(Face face, string range)
    {
        var pass = await fixture.Cards.IssueAsync();

        using var answer = await fixture.Device(face).FetchAsync(pass, ("Range", range));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull((await OpenAsync(answer)).Pass);
    }

    internal static async Task<OpenedPass> OpenAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var file = await answer.Content.ReadAsStreamAsync(Cancelled);
        return await PassPackage.ReadAsync(file, Cancelled);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancelled);

    private async Task ChangeRowAsync(TestPass pass, Action<Data.Passes.IssuedPass> change)
    {
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        var row = await db.Passes.FindAsync([pass.Id], Cancelled);
        change(row!);
        await db.SaveChangesAsync(Cancelled);
    }

    private async Task<TestPass> UnsignedPassAsync()
    {
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        var name = Guid.NewGuid().ToString("N");
        var type = await db.AddPassTypeAsync("pass.unsigned." + name);
        var row = await db.AddPassAsync(await db.AddPublishedDesignAsync(type), name);
        return new TestPass(row.Id, row.DesignId, type.Identifier, row.SerialNumber, row.AuthenticationToken, row.DownloadCode);
    }
}

public sealed class PassOnSqliteTests(ProtocolOnSqlite fixture) : PassTests(fixture), IClassFixture<ProtocolOnSqlite>;

public sealed class PassOnPostgresTests(ProtocolOnPostgres fixture) : PassTests(fixture), IClassFixture<ProtocolOnPostgres>;

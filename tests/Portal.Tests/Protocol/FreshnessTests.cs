using System.Globalization;
using System.Net;
using Portal.Data;
using Portal.Testing.Builders;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary>When a pass is answered 304, on a clock that stands still until a test moves it.</summary>
public abstract class FreshnessTests(ProtocolFixture fixture)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DateTimeOffset ThisSecond => fixture.Time.GetUtcNow().AddTicks(-(fixture.Time.GetUtcNow().Ticks % TimeSpan.TicksPerSecond));

    [Theory, BothFaces]
    [Trait("Input", "B23")]
    public async Task While_the_second_of_the_change_runs_its_date_is_one_second_early(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();

        Assert.Equal(ThisSecond - Second, await DateAsync(face, pass));
    }

    [Theory, BothFaces]
    public async Task Once_the_second_of_the_change_is_over_its_date_is_its_own(Face face)
    {
        var changed = ThisSecond;
        var pass = await fixture.Cards.IssueAsync();
        fixture.Time.Advance(Second);

        Assert.Equal(changed, await DateAsync(face, pass));
    }

    [Theory, BothFaces]
    public async Task The_date_given_within_the_second_is_no_304_later(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var early = await DateAsync(face, pass);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(face, pass, Since(early)));
        fixture.Time.Advance(Second);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(face, pass, Since(early)));
    }

    [Theory, BothFaces]
    [Trait("Input", "B23")]
    public async Task An_equal_date_is_304_and_an_earlier_or_later_one_is_200(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        fixture.Time.Advance(Second);
        var date = await DateAsync(face, pass);

        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(face, pass, Since(date)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(face, pass, Since(date - Second)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(face, pass, Since(date + Second)));
    }

    [Theory]
    [BothFaces("yesterday")]
    [BothFaces("Fri, 31 Dec 9999 23:59:59 GMT")]
    [BothFaces("")]
    [Trait("Input", "B23")]
    public async Task A_date_that_is_none_or_far_ahead_is_200(Face face, string date)
    {
        var pass = await fixture.Cards.IssueAsync();
        fixture.Time.Advance(Second);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(face, pass, ("If-Modified-Since", date)));
    }

    [Theory, BothFaces]
    public async Task A_known_entity_tag_is_304_with_both_validators_and_no_body(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        fixture.Time.Advance(Second);
        var device = fixture.Device(face);
        using var first = await device.FetchAsync(pass);

        using var second = await device.FetchAsync(pass, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(
            (first.Headers.ETag, first.Content.Headers.LastModified), (second.Headers.ETag, second.Content.Headers.LastModified));
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancelled));
    }

    [Theory]
    [BothFaces("*", 304)]
    [BothFaces("{0}", 304)]
    [BothFaces("W/{0}", 304)]
    [BothFaces("\"a\", W/{0}, \"b\"", 304)]
    [BothFaces("W/\"x\"", 200)]
    [BothFaces("\"a\", \"b\", \"c\"", 200)]
    [BothFaces("garbage", 200)]
    [Trait("Input", "B23")]
    public async Task Entity_tags_are_compared_weakly_and_any_of_them_may_match(Face face, string header, int status)
    {
        var pass = await fixture.Cards.IssueAsync();
        using var first = await fixture.Device(face).FetchAsync(pass);
        var opaque = first.Headers.ETag!.Tag;

        Assert.Equal((HttpStatusCode)status, await StatusAsync(face, pass, ("If-None-Match", header.Replace("{0}", opaque, StringComparison.Ordinal))));
    }

    [Theory, BothFaces]
    public async Task With_an_entity_tag_the_date_does_not_count(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        fixture.Time.Advance(Second);
        var device = fixture.Device(face);
        using var first = await device.FetchAsync(pass);
        var date = Since(first.Content.Headers.LastModified!.Value);

        using var otherTag = await device.FetchAsync(pass, ("If-None-Match", "\"other\""), date);
        using var otherDate = await device.FetchAsync(pass, ("If-None-Match", first.Headers.ETag!.ToString()), Since(DateTimeOffset.UnixEpoch));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (otherTag.StatusCode, otherDate.StatusCode));
    }

    [Theory, BothFaces]
    public async Task A_change_of_the_design_changes_tag_and_date_of_every_pass(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        fixture.Time.Advance(Second);
        using var before = await fixture.Device(face).FetchAsync(pass);
        var published = ThisSecond;
        await fixture.Cards.PublishAsync(document => document with { Pass = document.Pass with { LogoText = $"Juniper {Guid.NewGuid():N}" } });
        fixture.Time.Advance(Second);

        using var after = await fixture.Device(face).FetchAsync(pass, ("If-None-Match", before.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal(published, after.Content.Headers.LastModified);
    }

    [Theory, BothFaces]
    public async Task A_new_epoch_changes_tag_and_date_of_every_pass(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        fixture.Time.Advance(Second);
        using var before = await fixture.Device(face).FetchAsync(pass);
        var restored = ThisSecond;
        await fixture.Portal.Writer.WriteAsync((db, token) => UpdateClock.BeginNewEpochAsync(db, fixture.Time.GetUtcNow(), token), Cancelled);
        fixture.Time.Advance(Second);

        using var after = await fixture.Device(face).FetchAsync(
            pass, ("If-None-Match", before.Headers.ETag!.ToString()), Since(before.Content.Headers.LastModified!.Value));

        Assert.Equal((HttpStatusCode.OK, restored), (after.StatusCode, after.Content.Headers.LastModified));
    }

    [Theory, BothFaces]
    public async Task A_new_certificate_changes_the_entity_tag(Face face)
    {
        var cards = await Workspace.CreateAsync(fixture.Portal, $"pass.test.renewed.{face.Name.ToLowerInvariant()}");
        var pass = await cards.IssueAsync();
        using var before = await fixture.Device(face).FetchAsync(pass);
        await Workspace.UploadCertificateAsync(fixture.Portal, cards.PassType);

        using var after = await fixture.Device(face).FetchAsync(pass, ("If-None-Match", before.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    private static (string Name, string Value) Since(DateTimeOffset date) => ("If-Modified-Since", date.ToString("R", CultureInfo.InvariantCulture));

    private async Task<DateTimeOffset> DateAsync(Face face, TestPass pass)
    {
        using var answer = await fixture.Device(face).FetchAsync(pass);
        return answer.Content.Headers.LastModified!.Value;
    }

    private async Task<HttpStatusCode> StatusAsync(Face face, TestPass pass, params (string Name, string Value)[] headers)
    {
        using var answer = await fixture.Device(face).FetchAsync(pass, headers);
        return answer.StatusCode;
    }
}

public sealed class FreshnessOnSqliteTests(TimedOnSqlite fixture) : FreshnessTests(fixture), IClassFixture<TimedOnSqlite>;

public sealed class FreshnessOnPostgresTests(TimedOnPostgres fixture) : FreshnessTests(fixture), IClassFixture<TimedOnPostgres>;

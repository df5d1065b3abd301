using System.Net;
using Portal.Activity.Complaints;
using Portal.Testing.Builders;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary>Path values are opaque, decoded exactly once and compared ordinally. B01 to B10 and B50 of the table of bad inputs.</summary>
public abstract class PathTests(ProtocolFixture fixture)
{
    private readonly string _name = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, BothFaces]
    [Trait("Input", "B01")]
    public async Task B01_an_escaped_slash_and_an_escaped_percent_sign_are_two_different_passes(Face face)
    {
        var slash = await fixture.Cards.IssueAsync(_name + "/b");
        var percent = await fixture.Cards.IssueAsync(_name + "%2Fb");

        await (await fixture.FetchRawAsync(face, slash, _name + "%2Fb")).IsPassAsync(slash);
        await (await fixture.FetchRawAsync(face, percent, _name + "%252Fb")).IsPassAsync(percent);
        (await fixture.FetchRawAsync(face, slash, _name + "%252Fb")).IsProblem(401);
    }

    [Theory]
    [BothFaces("..")]
    [BothFaces("%2E%2E")]
    [BothFaces(".")]
    [BothFaces("a/../../log")]
    [Trait("Input", "B02")]
    public async Task B02_a_path_that_is_folded_on_its_way_is_no_pass(Face face, string serial)
    {
        var pass = await fixture.Cards.IssueAsync();

        var answer = await fixture.FetchRawAsync(face, pass, serial);

        answer.IsProblem(answer.Status is 405 ? 405 : 404);
    }

    [Theory, BothFaces]
    [Trait("Input", "B02")]
    public async Task B02_a_fold_that_ends_at_a_pass_is_no_pass(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();

        (await fixture.FetchRawAsync(face, pass, "a/../" + pass.SerialNumber)).IsProblem(404);
    }

    [Theory]
    [BothFaces("a%00b")]
    [BothFaces("a\u00FFb")]
    [Trait("Input", "B03")]
    public async Task B03_NUL_and_bytes_that_are_no_text_are_refused_by_the_server(Face face, string serial)
    {
        var pass = await fixture.Cards.IssueAsync();

        (await fixture.FetchRawAsync(face, pass, serial)).IsOfTheServer(400);
    }

    [Theory]
    [BothFaces("%FF")]
    [BothFaces("%C0%AF")]
    [BothFaces("%")]
    [BothFaces("%zz")]
    [BothFaces("a%0D%0Ab")]
    [BothFaces("a%7Fb")]
    [BothFaces("%E2%80%AEa")]
    [BothFaces("'%3B%20DROP%20TABLE%20%22Passes%22%3B--")]
    [BothFaces("%25")]
    [BothFaces("_")]
    [BothFaces("*")]
    [Trait("Input", "B04")]
    [Trait("Input", "B05")]
    [Trait("Input", "B07")]
    public async Task B04_B05_B07_whatever_else_stands_there_is_an_unknown_serial(Face face, string serial)
    {
        var pass = await fixture.Cards.IssueAsync();

        (await fixture.FetchRawAsync(face, pass, serial)).IsProblem(401);
    }

    [Theory, BothFaces]
    [Trait("Input", "B06")]
    public async Task B06_serials_that_only_look_alike_are_different_passes(Face face)
    {
        TestPass[] passes =
        [
            await fixture.Cards.IssueAsync(_name + "é"), await fixture.Cards.IssueAsync(_name + "e\u0301"),
            await fixture.Cards.IssueAsync(_name + "ABC"), await fixture.Cards.IssueAsync(_name + "abc"),
        ];

        foreach (var pass in passes)
        {
            await (await fixture.FetchRawAsync(face, pass, Uri.EscapeDataString(pass.SerialNumber))).IsPassAsync(pass);
            foreach (var other in passes.Except([pass]))
                (await fixture.FetchRawAsync(face, pass, Uri.EscapeDataString(other.SerialNumber))).IsProblem(401);
        }
    }

    [Theory]
    [BothFaces(256)]
    [BothFaces(4000)]
    [Trait("Input", "B08")]
    public async Task B08_a_serial_that_is_too_long_is_unknown(Face face, int length)
    {
        var pass = await fixture.Cards.IssueAsync();

        (await fixture.FetchRawAsync(face, pass, new string('a', length))).IsProblem(401);
        (await fixture.FetchRawAsync(face, pass with { PassType = new string('a', length) }, pass.SerialNumber)).IsProblem(401);
    }

    [Theory, BothFaces]
    [Trait("Input", "B08")]
    public async Task B08_a_serial_of_255_units_is_found_and_9000_characters_are_refused_by_the_server(Face face)
    {
        // Two units each, and six bytes each when escaped.
        var pass = await fixture.Cards.IssueAsync(_name + new string('é', 255 - _name.Length));

        await (await fixture.FetchRawAsync(face, pass, Uri.EscapeDataString(pass.SerialNumber))).IsPassAsync(pass);
        (await fixture.FetchRawAsync(face, pass, new string('a', 9000))).IsOfTheServer(414);
    }

    [Theory]
    [BothFaces(256, 400)]
    [BothFaces(255, 201)]
    public async Task A_device_identifier_has_at_most_255_units(Face face, int length, int status)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = new WalletDevice(fixture.Http, face) { Id = _name + new string('d', length - _name.Length) };

        using var registered = await device.RegisterAsync(pass);
        using var listed = await device.ListAsync(pass.PassType);
        using var ended = await device.UnregisterAsync(pass);

        Assert.Equal((HttpStatusCode)status, registered.StatusCode);
        Assert.Equal(status == 201 ? HttpStatusCode.OK : HttpStatusCode.NoContent, listed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
    }

    [Theory, BothFaces]
    [Trait("Input", "B09")]
    public async Task B09_one_slash_at_the_end_changes_nothing_and_a_second_one_is_no_pass(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();

        await (await fixture.FetchRawAsync(face, pass, pass.SerialNumber + "/")).IsPassAsync(pass);
        (await fixture.FetchRawAsync(face, pass, pass.SerialNumber + "//")).IsProblem(404);
    }

    [Theory, BothFaces]
    [Trait("Input", "B09")]
    public async Task B09_the_words_of_the_path_are_taken_in_capitals_too(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var answer = await fixture.Portal.SendRawAsync(
            $"GET {face.Prefix.ToUpperInvariant()}/PASSES/{pass.PassType}/{pass.SerialNumber} HTTP/1.1\nAuthorization: ApplePass {pass.Token}", Cancelled);

        await answer.IsPassAsync(pass);
    }

    [Fact]
    [Trait("Input", "B09")]
    public async Task B09_two_slashes_at_the_beginning_lead_nowhere()
    {
        var answer = await fixture.Portal.SendRawAsync("GET //v1/passes/a/b HTTP/1.1", Cancelled);

        Assert.Equal(404, answer.Status);
        Assert.Null(answer.Header("Set-Cookie"));
    }

    [Fact]
    [Trait("Input", "B09")]
    public async Task B09_a_doubled_version_is_404_and_remembered_as_a_hint()
    {
        var pass = await fixture.Cards.IssueAsync();
        using var answer = await fixture.Device(Face.Apple).SendAsync(
            HttpMethod.Get, $"/v1/v1/passes/{pass.PassType}/{pass.SerialNumber}", pass.Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotNull(fixture.Portal.Service<WalletHints>().DoubledVersionAt);
    }

    [Theory, BothFaces]
    [Trait("Input", "B10")]
    public async Task B10_the_right_serial_and_token_under_another_pass_type_are_401(Face face)
    {
        var other = await Workspace.CreateAsync(fixture.Portal, "pass.test.other." + _name);
        var pass = await fixture.Cards.IssueAsync();

        using var answer = await fixture.Device(face).FetchAsync(pass with { PassType = other.PassType });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory, BothFaces]
    public async Task A_request_line_with_a_whole_address_is_answered_as_one_without(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var path = $"{fixture.Portal.Address.GetLeftPart(UriPartial.Authority)}{face.Pass(pass.PassType, pass.SerialNumber)}";

        var answer = await fixture.Portal.SendRawAsync($"GET {path} HTTP/1.1\nAuthorization: ApplePass {pass.Token}", Cancelled);

        await answer.IsPassAsync(pass);
    }

    [Theory, BothFaces]
    [Trait("Input", "B50")]
    public async Task B50_a_serial_of_bad_letters_gives_a_safe_file_name(Face face)
    {
        // Only an old row can hold a line break: such serials are refused when passes are made.
        var serial = _name + "é\"/..\\:\r\n";
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        var design = await db.Designs.FindAsync([fixture.Cards.DesignId], Cancelled);
        var row = await db.AddPassAsync(design!, _name);
        row.SerialNumber = serial;
        await db.SaveChangesAsync(Cancelled);
        var pass = fixture.Cards.Of(row);

        using var answer = await fixture.Device(face).FetchAsync(pass);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var name = answer.Content.Headers.ContentDisposition!.FileNameStar!;
        Assert.StartsWith(_name + "é", name, StringComparison.Ordinal);
        Assert.EndsWith(".pkpass", name, StringComparison.Ordinal);
        Assert.All("/\\:\"\r\n", letter => Assert.DoesNotContain(letter.ToString(), name, StringComparison.Ordinal));
    }
}

public sealed class PathOnSqliteTests(ProtocolOnSqlite fixture) : PathTests(fixture), IClassFixture<ProtocolOnSqlite>;

public sealed class PathOnPostgresTests(ProtocolOnPostgres fixture) : PathTests(fixture), IClassFixture<ProtocolOnPostgres>;

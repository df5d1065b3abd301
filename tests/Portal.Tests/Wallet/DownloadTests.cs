using System.Net;
using Passbook.Generator;

namespace Portal.Tests.Wallet;

public sealed class DownloadTests(WalletOnSqlite world) : IClassFixture<WalletOnSqlite>
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 27_0 like Mac OS X) AppleWebKit/605.1.15";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_is_the_signed_pass_under_a_safe_name_and_kept_by_nobody()
    {
        var pass = await world.IssueAsync();

        using var answer = await GetAsync($"/p/{pass.DownloadCode}.pkpass");

        Assert.Equal((HttpStatusCode.OK, PassPackage.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal($"attachment; filename={pass.SerialNumber}.pkpass; filename*=UTF-8''{pass.SerialNumber}.pkpass", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(("no-store", "noindex, nofollow"), (answer.Headers.CacheControl!.ToString(), answer.Headers.GetValues("X-Robots-Tag").Single()));
        await using var file = await answer.Content.ReadAsStreamAsync(Cancelled);
        var opened = await PassPackage.ReadAsync(file, Cancelled);
        Assert.DoesNotContain(opened.Problems, problem => problem.Severity is ProblemSeverity.Error && !problem.Code.StartsWith("icon", StringComparison.Ordinal));
        Assert.Equal((pass.SerialNumber, pass.AuthenticationToken), (opened.Pass!.SerialNumber, opened.Pass.AuthenticationToken));
    }

    [Fact]
    public async Task On_an_iPhone_the_page_offers_the_file()
    {
        var pass = await world.IssueAsync();

        var page = await PageAsync($"/p/{pass.DownloadCode}", Phone, HttpStatusCode.OK);

        Assert.Contains("Add to Apple Wallet", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/p/{pass.DownloadCode}.pkpass\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("QR code", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elsewhere_the_page_shows_a_code_to_scan_and_runs_no_script()
    {
        var pass = await world.IssueAsync();

        var page = await PageAsync($"/p/{pass.DownloadCode}", "Mozilla/5.0 (X11; Linux x86_64)", HttpStatusCode.OK);

        Assert.Contains("QR code of this page", page, StringComparison.Ordinal);
        Assert.Contains("Test Coffee", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".pkpass")]
    public async Task While_the_database_does_not_answer_it_says_so_without_detail(string ending)
    {
        var pass = await world.IssueAsync();
        await world.RunSqlAsync("ALTER TABLE \"Passes\" RENAME TO \"Away\"");

        using var answer = await GetAsync($"/p/{pass.DownloadCode}{ending}");

        await world.RunSqlAsync("ALTER TABLE \"Away\" RENAME TO \"Passes\"");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("Passes", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".pkpass")]
    public async Task A_serial_number_opens_nothing_and_neither_does_a_made_up_code(string ending)
    {
        var pass = await world.IssueAsync();

        foreach (var code in new[] { pass.SerialNumber, "made-up", new string('x', 300) })
            Assert.Contains("There is no pass at this address", await PageAsync($"/p/{code}{ending}", Phone, HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string path, string agent, HttpStatusCode status)
    {
        using var answer = await GetAsync(path, agent);
        Assert.Equal((status, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string agent = Phone)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        return await world.Portal.Http.SendAsync(request, Cancelled);
    }
}

using System.Net;
using Portal.Testing.Hosting;

namespace Portal.Tests.Hosting;

public sealed class HeaderTests(PortalOnSqlite fixture) : IClassFixture<PortalOnSqlite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/admin/account/sign-in")]
    [InlineData("/admin/nonsense")]
    [InlineData("/js/theme.js")]
    [InlineData("/v1/passes/pass.test/serial")]
    [InlineData("/nonsense")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var answer = await fixture.Portal.Http.GetAsync(path, Cancelled);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task No_page_names_another_origin()
    {
        var page = await fixture.Portal.Http.GetStringAsync("/admin/account/sign-in", Cancelled);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Roboto", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_staff_page_is_a_page_with_status_404()
    {
        using var answer = await fixture.Portal.Http.GetAsync("/admin/nonsense", Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is nothing here", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_says_ok_and_nothing_else(string path)
    {
        using var answer = await fixture.Portal.Http.GetAsync(path, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("ok", await answer.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task Outside_Development_only_our_own_name_is_answered_and_over_https_for_a_year()
    {
        await using var portal = await PortalHost.StartAsync(new PortalHostOptions { Environment = "Production" }, Cancelled);
        foreach (var (host, expected) in new[] { ("evil.example", HttpStatusCode.BadRequest), ("passes.example.com", HttpStatusCode.OK) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
            request.Headers.Host = host;
            using var answer = await portal.Http.SendAsync(request, Cancelled);
            Assert.Equal(expected, answer.StatusCode);
            if (expected is HttpStatusCode.OK)
                Assert.Equal("max-age=31536000; includeSubDomains", answer.Headers.GetValues("Strict-Transport-Security").Single());
        }
    }
}

using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Portal.Testing.Hosting;

namespace Portal.Tests.Accounts;

/// <summary>Who gets in where, asked with real requests at every endpoint there is.</summary>
public sealed class GuardTests(PortalOnSqlite fixture) : IClassFixture<PortalOnSqlite>
{
    private static readonly string[] OpenPages =
    [
        "/admin/account/denied", "/admin/account/paused", "/admin/account/setup", "/admin/account/sign-in", "/admin/error", "/admin/not-found",
        "/admin/problem/{Status:int}",
    ];

    private static readonly string[] Verbs = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"];

    private PortalHost Portal => fixture.Portal;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Only_the_pages_for_strangers_are_open_to_strangers()
    {
        var open = StaffEndpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(PathOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(OpenPages.AsEnumerable(), open, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Every_other_endpoint_of_staff_asks_a_stranger_to_sign_in()
    {
        var guarded = StaffEndpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).ToList();
        Assert.NotEmpty(guarded);
        foreach (var endpoint in guarded)
        {
            foreach (var verb in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                using var answer = await AskAsync(verb, Filled(endpoint));
                Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{verb} {PathOf(endpoint)} answered {answer.StatusCode}");
                Assert.StartsWith("/admin/account/sign-in?returnUrl=", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("GET", "/_blazor")]
    [InlineData("GET", "/_blazor/initializers")]
    [InlineData("POST", "/_blazor/disconnect")]
    public async Task A_stranger_gets_no_circuit(string verb, string path)
    {
        using var answer = await AskAsync(verb, path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/v1/passes/pass.test/serial")]
    [InlineData("/v1/passes/pass.test/serial/personalize")]
    [InlineData("/v1/passes/")]
    [InlineData("/v1/devices/d/registrations/pass.test/serial")]
    [InlineData("/v1/devices/d/registrations/pass.test")]
    [InlineData("/v1/devices")]
    [InlineData("/v1/log")]
    [InlineData("/v1")]
    [InlineData("/v1/unknown/way")]
    [InlineData("/v1/v1/passes/pass.test/serial")]
    [InlineData("//v1/passes/pass.test/serial")]
    [InlineData("/passes/pass.test/serial")]
    [InlineData("/passes")]
    [InlineData("/devices/d/registrations/pass.test/serial")]
    [InlineData("/devices")]
    [InlineData("/log")]
    [InlineData("/p/nobody")]
    [InlineData("/p/nobody.pkpass")]
    [InlineData("/health/live")]
    [InlineData("/unknown")]
    [InlineData("/favicon.ico")]
    public async Task No_verb_on_a_path_of_phones_leads_to_a_sign_in_page(string path)
    {
        foreach (var verb in Verbs)
        {
            using var answer = await AskAsync(verb, path);
            Assert.False((int)answer.StatusCode is >= 300 and < 400, $"{verb} {path} answered {(int)answer.StatusCode}");
            Assert.DoesNotContain("/admin/account", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.OrdinalIgnoreCase);
            Assert.False(answer.Headers.Contains("Set-Cookie"), $"{verb} {path} set a cookie");
        }
    }

    [Fact]
    public async Task A_page_of_another_origin_opens_no_circuit_with_our_cookies()
    {
        await using var portal = await StaffedPortal.StartAsync();
        using var owner = await portal.OwnerAsync();
        foreach (var (origin, expected) in new[]
        {
            ("https://evil.example", HttpStatusCode.Forbidden), ("null", HttpStatusCode.Forbidden),
            (portal.Address.GetLeftPart(UriPartial.Authority), HttpStatusCode.OK),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
            request.Headers.Add("Origin", origin);
            using var answer = await owner.SendAsync(request);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    private IEnumerable<RouteEndpoint> StaffEndpoints() => Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => PathOf(endpoint).StartsWith("/admin", StringComparison.OrdinalIgnoreCase));

    private static string PathOf(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/');

    /// <summary>The path with something in each place that the route's rules let through.</summary>
    private static string Filled(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { ParameterPolicies: [{ Content: { } rule }, ..] } when rule.StartsWith("regex", StringComparison.Ordinal) => new string('a', 64),
            RoutePatternParameterPart { ParameterPolicies: [{ Content: "guid" }, ..] } => Guid.Empty.ToString(),
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "1",
        }))));

    private async Task<HttpResponseMessage> AskAsync(string verb, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(Portal.Address.GetLeftPart(UriPartial.Authority) + path));
        return await Portal.Http.SendAsync(request, Cancelled);
    }
}

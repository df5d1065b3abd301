using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Portal.Data;
using Portal.Hosting;
using Portal.Testing.Hosting;
using Portal.Tests.Accounts;

namespace Portal.Tests.Hosting;

public sealed class ErrorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_failure_says_no_detail_on_a_page(string environment)
    {
        await using var portal = await StartAsync(environment);
        portal.Service<BrokenDatabase>().IsBroken = true;

        using var page = await portal.Http.GetAsync("/admin/account/sign-in", Cancelled);
        var text = await page.Content.ReadAsStringAsync(Cancelled);
        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Something went wrong", text, StringComparison.Ordinal);
        AssertNoDetail(text);
    }

    [Fact]
    public async Task The_number_on_the_page_stands_in_the_log()
    {
        await using var portal = await StartAsync("Production");
        portal.Service<BrokenDatabase>().IsBroken = true;

        var text = await TextAsync(portal, "/admin/account/sign-in");

        var number = Regex.Match(text, "plain-code\">(?<number>[^<]+)<", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["number"].Value;
        Assert.NotEmpty(number);
        Assert.Contains(portal.Log.Errors, line => line.Text.Contains(number, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Development", "/admin")]
    [InlineData("Development", "/admin/passes")]
    [InlineData("Production", "/admin/passes")]
    public async Task A_signed_in_person_is_told_that_the_database_is_down(string environment, string path)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = await StartAsync(environment, time);
        using var owner = await portal.OwnerAsync();
        // Long enough for the account to be asked for anew.
        time.Advance(TimeSpan.FromMinutes(1));
        portal.Service<BrokenDatabase>().Failure = new InvalidOperationException("retry", new NpgsqlException(BrokenDatabase.Secret, new TimeoutException()));
        portal.Service<BrokenDatabase>().IsBroken = true;

        using var page = await owner.GetAsync(path);

        var text = await page.Content.ReadAsStringAsync(Cancelled);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("<h1>The database does not answer</h1>", text, StringComparison.Ordinal);
        AssertNoDetail(text);
    }

    [Fact]
    public async Task A_failure_outside_the_staff_pages_is_problem_details_without_detail()
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--environment", "Development"]);
        builder.Logging.ClearProviders();
        builder.Services.AddProblemDetails().AddExceptionHandler<ProtocolExceptions>();
        await using var app = builder.Build();
        app.UseStaffErrors();
        app.MapGet("/v1/broken", string () => throw new InvalidOperationException(BrokenDatabase.Secret));
        await app.StartAsync(Cancelled);

        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(app.Urls.First() + "/v1/broken"), Cancelled);
        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        AssertNoDetail(await answer.Content.ReadAsStringAsync(Cancelled));
        await app.StopAsync(Cancelled);
    }

    [Fact]
    public async Task A_portal_without_its_database_is_alive_and_not_ready()
    {
        await using var portal = await StartAsync("Development");
        portal.Service<BrokenDatabase>().IsBroken = true;
        using var live = await portal.Http.GetAsync("/health/live", Cancelled);
        using var ready = await portal.Http.GetAsync("/health/ready", Cancelled);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (live.StatusCode, ready.StatusCode));
        Assert.Equal("unavailable", await ready.Content.ReadAsStringAsync(Cancelled));
    }

    private static async Task<string> TextAsync(PortalHost portal, string path)
    {
        using var page = await portal.Http.GetAsync(path, Cancelled);
        return await page.Content.ReadAsStringAsync(Cancelled);
    }

    private static void AssertNoDetail(string text)
    {
        Assert.DoesNotContain(BrokenDatabase.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Portal.Accounts", text, StringComparison.Ordinal);
    }

    private static Task<PortalHost> StartAsync(string environment, TimeProvider? time = null) => PortalHost.StartAsync(
        new PortalHostOptions
        {
            Environment = environment,
            Time = time,
            Configure = builder =>
            {
                builder.Services.AddSingleton<BrokenDatabase>();
                builder.Services.AddSingleton<IDbContextFactory<PortalDbContext>>(services => services.GetRequiredService<BrokenDatabase>());
            },
        },
        Cancelled);
}

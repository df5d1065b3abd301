using System.Net;
using System.Text.RegularExpressions;
using Portal.Testing.Hosting;

namespace Portal.Benchmarks.Storming;

/// <summary>Somebody of the staff, who makes the owner account and opens pages.</summary>
internal sealed partial class StaffVisitor(Uri portal) : IDisposable
{
    private const string Password = "ten green bottles on a wall";

    private readonly ScriptlessBrowser _browser = new(
        new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = portal });

    /// <summary>Makes the owner account, and is signed in.</summary>
    /// <param name="console">What the portal wrote, the one-time link among it.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task SetUpAsync(IEnumerable<string> console, CancellationToken cancellationToken)
    {
        var link = new Uri(console.Select(line => Link().Match(line)).First(match => match.Success).Value).PathAndQuery;
        using var made = await _browser.SubmitAsync(
            link, "setup", [("Name", "Ada Lovelace"), ("Email", "ada@example.com"), ("Password", Password)], cancellationToken);
        if (made.StatusCode is not HttpStatusCode.Redirect)
            throw new InvalidOperationException($"The owner account was not made: {made.StatusCode}.");
    }

    /// <summary>The dashboard, drawn with its figures.</summary>
    public async Task OpenDashboardAsync(CancellationToken cancellationToken)
    {
        using var page = await _browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/admin"), cancellationToken);
        if (!(await page.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken)).Contains("Dashboard", StringComparison.Ordinal))
            throw new InvalidOperationException("That is not the dashboard.");
    }

    public void Dispose() => _browser.Dispose();

    [GeneratedRegex("https?://[^ ]+/admin/account/setup[^ ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}

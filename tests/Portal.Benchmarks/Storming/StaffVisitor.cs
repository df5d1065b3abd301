using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Storming;

/// <summary>Somebody of the staff, whose browser runs no scripts: makes the owner account, and opens pages.</summary>
internal sealed partial class StaffVisitor(Uri portal) : IDisposable
{
    private const string Password = "ten green bottles on a wall";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = portal };
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>Makes the owner account, and is signed in.</summary>
    /// <param name="console">What the portal wrote, the one-time link among it.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task SetUpAsync(IEnumerable<string> console, CancellationToken cancellationToken)
    {
        var link = new Uri(console.Select(line => Link().Match(line)).First(match => match.Success).Value).PathAndQuery;
        using var page = await SendAsync(new HttpRequestMessage(HttpMethod.Get, link), cancellationToken);
        var token = Token().Match(await page.Content.ReadAsStringAsync(cancellationToken)).Groups["token"].Value;
        using var made = await SendAsync(
            new HttpRequestMessage(HttpMethod.Post, link)
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["Input.Name"] = "Ada Lovelace", ["Input.Email"] = "ada@example.com", ["Input.Password"] = Password,
                    ["_handler"] = "setup", ["__RequestVerificationToken"] = token,
                }),
            },
            cancellationToken);
        if (made.StatusCode is not HttpStatusCode.Redirect)
            throw new InvalidOperationException($"The owner account was not made: {made.StatusCode}.");
    }

    /// <summary>The dashboard, drawn with its figures.</summary>
    public async Task OpenDashboardAsync(CancellationToken cancellationToken)
    {
        using var page = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/admin"), cancellationToken);
        if (!(await page.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken)).Contains("Dashboard", StringComparison.Ordinal))
            throw new InvalidOperationException("That is not the dashboard.");
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await _http.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            _cookies[cookie[..cookie.IndexOf('=', StringComparison.Ordinal)]] = cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0];
        return answer;
    }

    [GeneratedRegex("https?://[^ ]+/admin/account/setup[^ ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Portal.Testing.Hosting;

namespace Portal.Tests.Accounts;

/// <summary>A browser without scripts: keeps its cookies, follows nothing, fills forms in, and comes from an address of its own.</summary>
public sealed partial class Visitor(PortalHost portal) : IDisposable
{
    public const string Email = "ada@example.com";
    public const string Password = "correct horse battery";

    private readonly HttpClient _http = portal.NewClient();
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly string _address = $"10.{RandomNumberGenerator.GetInt32(256)}.{RandomNumberGenerator.GetInt32(256)}.7";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("X-Forwarded-For", _address);
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await _http.SendAsync(request, Cancelled);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..].Split(';')[0]);
            if (value.Length == 0)
                _cookies.Remove(name);
            else
                _cookies[name] = value;
        }

        return answer;
    }

    /// <summary>Opens a page and sends its form.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string form, params (string Name, string Value)[] fields) =>
        await PostAsync(page, await TokenOfAsync(page), form, fields);

    /// <summary>Sends a form with a token of one's own choice.</summary>
    public Task<HttpResponseMessage> PostAsync(string page, string token, string form, params (string Name, string Value)[] fields)
    {
        var values = fields.Select(field => KeyValuePair.Create("Input." + field.Name, field.Value))
            .Append(KeyValuePair.Create("_handler", form)).Append(KeyValuePair.Create("__RequestVerificationToken", token));
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, page) { Content = new FormUrlEncodedContent(values) });
    }

    public Task<HttpResponseMessage> SignInAsync(string email = Email, string password = Password, string returnUrl = "") =>
        SubmitAsync("/admin/account/sign-in" + returnUrl, "sign-in", ("Email", email), ("Password", password));

    public async Task<HttpResponseMessage> SignOutAsync() =>
        await PostAsync("/admin/account/sign-out", await TokenOfAsync("/admin/account/password"), "");

    public Task<HttpResponseMessage> SetUpAsync(string link, string password = Password) =>
        SubmitAsync(link, "setup", ("Name", "Ada Lovelace"), ("Email", Email), ("Password", password));

    /// <summary>Where an answer leads, within this portal.</summary>
    public static string? PathOf(HttpResponseMessage answer) => answer.Headers.Location switch
    {
        null => null,
        { IsAbsoluteUri: true } location when string.Equals(location.Authority, answer.RequestMessage?.RequestUri?.Authority, StringComparison.Ordinal) => location.PathAndQuery,
        var location => location.OriginalString,
    };

    /// <summary>The text of a page, with its entities resolved.</summary>
    public static async Task<string> TextOf(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));

    public void Dispose() => _http.Dispose();

    private async Task<string> TokenOfAsync(string page)
    {
        using var opened = await GetAsync(page);
        return Token().Match(await opened.Content.ReadAsStringAsync(Cancelled)).Groups["token"].Value;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

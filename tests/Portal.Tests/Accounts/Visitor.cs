using System.Net;
using System.Security.Cryptography;
using Portal.Testing.Hosting;

namespace Portal.Tests.Accounts;

/// <summary>Somebody at the doors of the portal, who comes from an address of their own.</summary>
public sealed class Visitor(PortalHost portal) : IDisposable
{
    public const string Email = "ada@example.com";
    public const string Password = "correct horse battery";

    private readonly ScriptlessBrowser _browser = new(NewClient(portal));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public IReadOnlyDictionary<string, string> Cookies => _browser.Cookies;

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _browser.SendAsync(request, Cancelled);

    /// <inheritdoc cref="ScriptlessBrowser.SubmitAsync"/>
    public Task<HttpResponseMessage> SubmitAsync(string page, string form, params (string Name, string Value)[] fields) =>
        _browser.SubmitAsync(page, form, fields, Cancelled);

    /// <inheritdoc cref="ScriptlessBrowser.PostAsync"/>
    public Task<HttpResponseMessage> PostAsync(string page, string token, string form, params (string Name, string Value)[] fields) =>
        _browser.PostAsync(page, token, form, fields, Cancelled);

    public Task<HttpResponseMessage> SignInAsync(string email = Email, string password = Password, string returnUrl = "") =>
        SubmitAsync("/admin/account/sign-in" + returnUrl, "sign-in", ("Email", email), ("Password", password));

    public async Task<HttpResponseMessage> SignOutAsync() =>
        await PostAsync("/admin/account/sign-out", await _browser.TokenOfAsync("/admin/account/password", Cancelled), "");

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

    public void Dispose() => _browser.Dispose();

    private static HttpClient NewClient(PortalHost portal)
    {
        var http = portal.NewClient();
        http.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.{RandomNumberGenerator.GetInt32(256)}.{RandomNumberGenerator.GetInt32(256)}.7");
        return http;
    }
}

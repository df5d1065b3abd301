using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Portal.Testing.Builders;
using Wallet.Simulator.Apns;
using Xunit;

namespace Portal.Testing.Protocol;

/// <summary>The calls of one device on one face, as they stand in the protocol. What comes back is for the test to judge.</summary>
public sealed class WalletDevice(HttpClient http, Face face)
{
    public Face Face => face;

    /// <summary>The device library identifier.</summary>
    public string Id { get; init; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string PushToken { get; init; } = DeviceTokens.New();

    /// <summary>The word before the token.</summary>
    public string Word { get; init; } = "ApplePass";

    public string? UserAgent { get; init; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static HttpContent Json(string json) => new StringContent(json, Encoding.UTF8, "application/json");

    public Task<HttpResponseMessage> RegisterAsync(TestPass pass) =>
        RegisterAsync(pass, Json($$"""{"{{face.PushToken}}":"{{PushToken}}"}"""));

    public Task<HttpResponseMessage> RegisterAsync(TestPass pass, HttpContent? body) =>
        SendAsync(HttpMethod.Post, face.Registration(Id, pass.PassType, pass.SerialNumber), pass.Token, body);

    public Task<HttpResponseMessage> UnregisterAsync(TestPass pass) =>
        SendAsync(HttpMethod.Delete, face.Registration(Id, pass.PassType, pass.SerialNumber), pass.Token);

    /// <param name="passType">The pass type identifier.</param>
    /// <param name="query">All after the question mark, escaped.</param>
    public Task<HttpResponseMessage> ListAsync(string passType, string? query = null) =>
        SendAsync(HttpMethod.Get, face.Registrations(Id, passType) + (query is null ? "" : "?" + query), token: null);

    public Task<HttpResponseMessage> ListSinceAsync(string passType, string tag) =>
        ListAsync(passType, "passesUpdatedSince=" + Uri.EscapeDataString(tag));

    public Task<HttpResponseMessage> FetchAsync(TestPass pass, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, face.Pass(pass.PassType, pass.SerialNumber), pass.Token, body: null, headers);

    public Task<HttpResponseMessage> HeadAsync(TestPass pass, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Head, face.Pass(pass.PassType, pass.SerialNumber), pass.Token, body: null, headers);

    public Task<HttpResponseMessage> LogAsync(HttpContent? body) => SendAsync(HttpMethod.Post, face.Log, token: null, body);

    /// <summary>The list, read; null for 204.</summary>
    public async Task<UpdateList?> AskAsync(string passType, string? since = null)
    {
        using var answer = await (since is null ? ListAsync(passType) : ListSinceAsync(passType, since));
        return await UpdateList.ReadAsync(answer, face);
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? token, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue(Word, token);
        if (UserAgent is not null)
            request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request, Cancelled);
    }
}

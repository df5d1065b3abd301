using System.Text.RegularExpressions;

namespace Portal.Testing.Hosting;

/// <summary>A browser that runs no scripts: keeps its cookies, follows nothing and fills forms in.</summary>
/// <param name="http">How it calls; without cookies of its own. Disposed with the browser.</param>
public sealed partial class ScriptlessBrowser(HttpClient http) : IDisposable
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await http.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            Keep(cookie.Split(';')[0].Split('=', 2));
        return answer;
    }

    /// <summary>Opens a page and sends its form.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(
        string page, string form, IEnumerable<(string Name, string Value)> fields, CancellationToken cancellationToken) =>
        await PostAsync(page, await TokenOfAsync(page, cancellationToken), form, fields, cancellationToken);

    /// <summary>Sends a form with a token of one's own choice.</summary>
    public Task<HttpResponseMessage> PostAsync(
        string page, string token, string form, IEnumerable<(string Name, string Value)> fields, CancellationToken cancellationToken)
    {
        var values = fields.Select(field => KeyValuePair.Create("Input." + field.Name, field.Value))
            .Append(KeyValuePair.Create("_handler", form)).Append(KeyValuePair.Create("__RequestVerificationToken", token));
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, page) { Content = new FormUrlEncodedContent(values) }, cancellationToken);
    }

    /// <summary>The token against forgery that stands in the forms of a page.</summary>
    public async Task<string> TokenOfAsync(string page, CancellationToken cancellationToken)
    {
        using var opened = await SendAsync(new HttpRequestMessage(HttpMethod.Get, page), cancellationToken);
        return Token().Match(await opened.Content.ReadAsStringAsync(cancellationToken)).Groups["token"].Value;
    }

    public void Dispose() => http.Dispose();

    private void Keep(string[] cookie)
    {
        if (cookie[1].Length == 0)
            _cookies.Remove(cookie[0]);
        else
            _cookies[cookie[0]] = cookie[1];
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

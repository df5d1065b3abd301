using System.Net;
using System.Text.Json;

namespace Wallet.Simulator.Phones;

/// <summary>The device's side of Apple's web service protocol: one method for each call.</summary>
/// <remarks>Source: Apple, 'Adding a web service to update passes'. Answers that ask for patience become <see cref="RetryLaterException"/>.</remarks>
internal sealed class PortalCalls(HttpClient http, PhoneOptions options)
{
    public async Task<HttpStatusCode> RegisterAsync(PhoneState phone, HeldPass pass, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Post, pass, $"devices/{Escape(phone.DeviceLibraryIdentifier)}/registrations/{PathOf(pass)}", authorized: true);
        request.Content = Json(writer => writer.WriteString("pushToken", phone.PushToken));
        using var response = await SendAsync(request, cancellation);
        return response.StatusCode;
    }

    public async Task<HttpStatusCode> UnregisterAsync(PhoneState phone, HeldPass pass, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Delete, pass, $"devices/{Escape(phone.DeviceLibraryIdentifier)}/registrations/{PathOf(pass)}", authorized: true);
        using var response = await SendAsync(request, cancellation);
        return response.StatusCode;
    }

    public async Task<ListAnswer> ListAsync(PhoneState phone, HeldPass anyPass, CancellationToken cancellation)
    {
        var type = anyPass.PassTypeIdentifier;
        var since = phone.Tags.TryGetValue(type, out var tag) ? "?passesUpdatedSince=" + Escape(tag) : "";
        using var request = Request(HttpMethod.Get, anyPass, $"devices/{Escape(phone.DeviceLibraryIdentifier)}/registrations/{Escape(type)}{since}", authorized: false);
        using var response = await SendAsync(request, cancellation);
        return response.StatusCode == HttpStatusCode.OK
            ? ListAnswer.Parse(await response.Content.ReadAsByteArrayAsync(cancellation))
            : new ListAnswer(response.StatusCode);
    }

    public async Task<PassAnswer> GetPassAsync(HeldPass pass, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Get, pass, $"passes/{PathOf(pass)}", authorized: true);
        if (pass.LastModified is { } date) request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        using var response = await SendAsync(request, cancellation);
        return await PassAnswer.ReadAsync(response, cancellation);
    }

    public async Task<PassAnswer> DownloadAsync(Uri link, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        using var response = await SendAsync(request, cancellation);
        return await PassAnswer.ReadAsync(response, cancellation);
    }

    public async Task LogAsync(HeldPass anyPass, IEnumerable<string> lines, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Post, anyPass, "log", authorized: false);
        request.Content = Json(writer =>
        {
            writer.WriteStartArray("logs");
            foreach (var line in lines) writer.WriteStringValue(line);
            writer.WriteEndArray();
        });
        using var response = await SendAsync(request, cancellation);
    }

    private static string Escape(string value) => Uri.EscapeDataString(value);

    private static string PathOf(HeldPass pass) => $"{Escape(pass.PassTypeIdentifier)}/{Escape(pass.SerialNumber)}";

    private static ByteArrayContent Json(Action<Utf8JsonWriter> properties)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            properties(writer);
            writer.WriteEndObject();
        }

        return new ByteArrayContent(bytes.ToArray()) { Headers = { ContentType = new("application/json") } };
    }

    private HttpRequestMessage Request(HttpMethod method, HeldPass pass, string call, bool authorized)
    {
        var service = options.Portal ?? pass.WebServiceUrl ?? throw new InvalidOperationException("This pass has no web service.");
        var request = new HttpRequestMessage(method, new Uri($"{service.AbsoluteUri.TrimEnd('/')}/v1/{call}"));
        if (authorized) request.Headers.TryAddWithoutValidation("Authorization", "ApplePass " + pass.AuthenticationToken);
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        try
        {
            var response = await http.SendAsync(request, cancellation);
            if ((int)response.StatusCode is not (429 or >= 500)) return response;
            using (response) throw new RetryLaterException($"The web service answered {(int)response.StatusCode}.", response.Headers.RetryAfter?.Delta);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new RetryLaterException(failure.Message, inner: failure);
        }
    }
}

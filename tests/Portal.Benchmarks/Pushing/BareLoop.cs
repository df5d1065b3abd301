using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Portal.Benchmarks.Pushing;

/// <summary>The limit of every push: HttpClient alone, the same requests over as many connections, nothing looked up and nothing stored.</summary>
internal sealed class BareLoop : IDisposable
{
    // About as long as the portal takes: a shorter round would meet a quieter machine now and then.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    private static readonly byte[] Body = "{}"u8.ToArray();

    private readonly HttpMessageInvoker[] _connections;
    private readonly Uri _address;
    private readonly int _streams;
    private int _sent;

    /// <param name="service">Where to.</param>
    /// <param name="streams">How many requests each connection has under way.</param>
    public BareLoop(PushService service, int streams)
    {
        _streams = streams;
        _address = service.Server.Address;
        _connections = [.. Enumerable.Range(0, PushService.Connections).Select(_ => new HttpMessageInvoker(new SocketsHttpHandler
        {
            SslOptions = service.Tls(),
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        }))];
    }

    /// <summary>Sends pushes to every device in turn.</summary>
    public async Task<Sample> RunAsync(CancellationToken cancellationToken)
    {
        _sent = 0;
        var started = Stopwatch.GetTimestamp();
        var sending = _connections.SelectMany(connection => Enumerable.Range(0, _streams).Select(_ => SendAsync(connection, started, cancellationToken)));
        await Task.WhenAll(sending);
        return new Sample(_sent, Stopwatch.GetElapsedTime(started));
    }

    public void Dispose()
    {
        foreach (var connection in _connections)
            connection.Dispose();
    }

    private async Task SendAsync(HttpMessageInvoker connection, long started, CancellationToken cancellationToken)
    {
        await Task.Yield();
        while (Stopwatch.GetElapsedTime(started) < Duration)
        {
            using var request = Request(Interlocked.Increment(ref _sent));
            using var response = await connection.SendAsync(request, cancellationToken);
            if (response.StatusCode is not HttpStatusCode.OK)
                throw new InvalidOperationException($"The simulated APNs answered {(int)response.StatusCode}.");
        }
    }

    private HttpRequestMessage Request(int number)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_address, "/3/device/" + PushedDevices.Token(number % PushedDevices.Count)))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Body),
        };
        request.Headers.TryAddWithoutValidation("apns-topic", PushedDevices.PassType);
        request.Headers.TryAddWithoutValidation("apns-push-type", "background");
        request.Headers.TryAddWithoutValidation("apns-priority", "5");
        request.Headers.TryAddWithoutValidation("apns-id", Guid.NewGuid().ToString());
        request.Headers.TryAddWithoutValidation(
            "apns-expiration", DateTimeOffset.UtcNow.AddDays(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return request;
    }
}

using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Simulator;

/// <summary>A push provider over real TLS and HTTP/2.</summary>
internal sealed class Provider : IDisposable
{
    private readonly HttpClient _client;

    public Provider(SimulatedApns apns, X509Certificate2? certificate)
    {
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = Timeout.InfiniteTimeSpan };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { apns.Root },
        };
        if (certificate is not null) handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true);
        _client = new HttpClient(handler)
        {
            BaseAddress = apns.BaseAddress,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    public static HttpRequestMessage Push(string token, string topic = ProviderCertificates.Topic)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/3/device/" + token) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Headers.Add("apns-topic", topic);
        request.Headers.Add("apns-push-type", "background");
        request.Headers.Add("apns-priority", "5");
        request.Headers.Add("apns-expiration", "1800000000");
        return request;
    }

    public Task<PushAnswer> SendAsync(string token) => SendAsync(Push(token));

    public Task<PushAnswer> SendAsync(HttpRequestMessage request) => SendUntilAsync(request, TestContext.Current.CancellationToken);

    /// <summary>Gives up when it is told to.</summary>
    public async Task<PushAnswer> SendUntilAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        using var response = await _client.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var json = body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body);
        return new PushAnswer(
            (int)response.StatusCode,
            body.Length == 0 ? null : json.GetProperty("reason").GetString(),
            body.Length > 0 && json.TryGetProperty("timestamp", out var at) ? DateTimeOffset.FromUnixTimeMilliseconds(at.GetInt64()) : null,
            response.Headers.TryGetValues("apns-id", out var ids) ? ids.Single() : null);
    }

    public void Dispose() => _client.Dispose();
}

internal sealed record PushAnswer(int Status, string? Reason, DateTimeOffset? Timestamp, string? ApnsId);

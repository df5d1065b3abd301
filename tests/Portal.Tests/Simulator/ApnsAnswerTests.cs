using Wallet.Simulator.Apns;

namespace Portal.Tests.Simulator;

/// <summary>Apple's own checks, over real TLS and HTTP/2.</summary>
public sealed class ApnsAnswerTests : IAsyncLifetime
{
    private readonly ProviderCertificates _certificates = new();
    private readonly string _token = DeviceTokens.New();
    private SimulatedApns? _apns;
    private Provider? _provider;

    private SimulatedApns Apns => _apns ?? throw new InvalidOperationException("Not started.");

    private Provider Provider => _provider ??= new Provider(Apns, _certificates.Issue());

    public async ValueTask InitializeAsync()
        => _apns = await SimulatedApns.StartAsync(new() { TrustedAuthorities = [_certificates.Root] }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _provider?.Dispose();
        await Apns.DisposeAsync();
        _certificates.Dispose();
    }

    [Fact]
    public async Task A_right_push_is_accepted_delivered_and_journaled()
    {
        DeliveredPush? delivered = null;
        Apns.Delivered = push => delivered = push;

        var answer = await Provider.SendAsync(_token);

        Assert.Equal(200, answer.Status);
        Assert.True(Guid.TryParseExact(answer.ApnsId, "D", out _));
        Assert.Equal(new DeliveredPush(_token, ProviderCertificates.Topic, answer.ApnsId), delivered);
        var seen = Assert.Single(Apns.Journal.Recent).Push;
        Assert.Equal(("background", "5", "1800000000", "{}"), (seen.PushType, seen.Priority, seen.Expiration, seen.Payload));
        Assert.Equal((1L, 1L, 1L), (Apns.Journal.Received, Apns.Journal.Accepted, Apns.Journal.Connections));
    }

    [Fact]
    public async Task The_last_push_to_a_phone_that_is_away_waits_for_it()
    {
        await Provider.SendAsync(_token);
        var last = await Provider.SendAsync(_token);

        List<DeliveredPush> delivered = [];
        Apns.Delivered = delivered.Add;

        Assert.Equal(last.ApnsId, Assert.Single(delivered).ApnsId);
    }

    [Fact]
    public async Task The_id_of_the_provider_comes_back()
    {
        var id = Guid.NewGuid().ToString("D");
        using var request = Provider.Push(_token);
        request.Headers.Add("apns-id", id);

        Assert.Equal(id, (await Provider.SendAsync(request)).ApnsId);
    }

    [Theory]
    [InlineData("apns-topic", null, "MissingTopic")]
    [InlineData("apns-topic", "pass.example.other", "TopicDisallowed")]
    [InlineData("apns-topic", "no topic", "BadTopic")]
    [InlineData("apns-id", "17", "BadMessageId")]
    [InlineData("apns-push-type", "loud", "InvalidPushType")]
    [InlineData("apns-priority", "10", "BadPriority")]
    [InlineData("apns-priority", null, "BadPriority")]
    [InlineData("apns-expiration", "tomorrow", "BadExpirationDate")]
    public async Task A_wrong_header_is_named(string header, string? value, string reason)
    {
        using var request = Provider.Push(_token);
        request.Headers.Remove(header);
        if (value is not null) request.Headers.Add(header, value);

        var answer = await Provider.SendAsync(request);

        Assert.Equal((400, reason), (answer.Status, answer.Reason));
    }

    [Theory]
    [InlineData("POST", "/4/device/x", 404, "BadPath")]
    [InlineData("POST", "/3/devices/x", 404, "BadPath")]
    [InlineData("GET", "/3/device/x", 405, "MethodNotAllowed")]
    [InlineData("POST", "/3/device/", 400, "MissingDeviceToken")]
    [InlineData("POST", "/3/device/abc", 400, "BadDeviceToken")]
    [InlineData("POST", "/3/device/zz00000000000000000000000000000000000000000000000000000000000000", 400, "BadDeviceToken")]
    public async Task A_wrong_path_is_named(string method, string path, int status, string reason)
    {
        using var request = Provider.Push(_token);
        request.Method = new HttpMethod(method);
        if (method == "GET") request.Content = null;
        request.RequestUri = new Uri(path, UriKind.Relative);

        var answer = await Provider.SendAsync(request);

        Assert.Equal((status, reason), (answer.Status, answer.Reason));
    }

    [Theory]
    [InlineData(0, 400, "PayloadEmpty")]
    [InlineData(4096, 200, null)]
    [InlineData(4097, 413, "PayloadTooLarge")]
    [InlineData(300_000, 413, "PayloadTooLarge")]
    public async Task The_size_of_the_body_is_checked(int size, int status, string? reason)
    {
        using var request = Provider.Push(_token);
        request.Content = new ByteArrayContent(new byte[size]);

        var answer = await Provider.SendAsync(request);

        Assert.Equal((status, reason), (answer.Status, answer.Reason));
    }

    [Fact]
    public async Task Unknown_and_unregistered_tokens_have_their_own_answers()
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_123);
        Apns.Tokens.KnownOnly = true;
        var unknown = await Provider.SendAsync(_token);
        Apns.Tokens.Add(_token);
        var known = await Provider.SendAsync(_token.ToUpperInvariant());
        Apns.Tokens.Unregister(_token, at);
        var gone = await Provider.SendAsync(_token);

        Assert.Equal((400, "BadDeviceToken"), (unknown.Status, unknown.Reason));
        Assert.Equal(200, known.Status);
        Assert.Equal((410, "Unregistered", at), (gone.Status, gone.Reason, gone.Timestamp));
    }
}

using Wallet.Simulator.Apns;
using Wallet.Simulator.Apns.Http2;

namespace Portal.Tests.Simulator;

public sealed class ApnsSilenceTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    private readonly ProviderCertificates _certificates = new();
    private SimulatedApns? _apns;
    private Provider? _provider;

    private SimulatedApns Apns => _apns ?? throw new InvalidOperationException("Not started.");

    private Provider Provider => _provider ??= new Provider(Apns, _certificates.Issue());

    public async ValueTask InitializeAsync() => _apns = await SimulatedApns.StartAsync(cancellation: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _provider?.Dispose();
        await Apns.DisposeAsync();
        _certificates.Dispose();
    }

    [Fact]
    public async Task A_connection_that_fell_silent_stays_open_and_reads_nothing()
    {
        await SendAsync();
        Apns.FallSilent();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(SendSoonAsync);

        Assert.Equal((1L, 1L, 1), (Apns.Journal.Received, Apns.Journal.Connections, Apns.Journal.OpenConnections));
        using var another = new Provider(Apns, _certificates.Issue());
        Assert.Equal(200, (await another.SendAsync(DeviceTokens.New())).Status);
    }

    [Fact]
    public async Task A_server_that_is_deaf_takes_connections_and_answers_nothing_until_it_listens_again()
    {
        Apns.FallSilent(newOnesToo: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(SendSoonAsync);

        // On a busy machine the request was given up before its connection stood.
        await Until.TrueAsync(() => Apns.Journal.OpenConnections == 1);
        Assert.Equal(0, Apns.Journal.Received);
        Apns.Listen();
        using var another = new Provider(Apns, _certificates.Issue());
        Assert.Equal(200, (await another.SendAsync(DeviceTokens.New())).Status);
    }

    [Fact]
    public async Task The_silence_ends_with_the_client()
    {
        await SendAsync();
        Apns.FallSilent();
        Provider.Dispose();
        _provider = null;

        await Until.TrueAsync(() => Apns.Journal.OpenConnections == 0);
    }

    [Fact]
    public async Task A_goaway_may_be_the_last_word_even_for_streams_that_it_counts_as_processed()
    {
        await SendAsync();
        Apns.Script.Next(ApnsAnswer.GoAway(new GoAway { LastStream = int.MaxValue, AndSilence = true }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(SendSoonAsync);

        Assert.Equal(2, Apns.Journal.Accepted);
        Assert.Equal(200, (await SendAsync()).Status);
        Assert.Equal(2, Apns.Journal.Connections);
    }

    private Task<PushAnswer> SendAsync() => Provider.SendAsync(DeviceTokens.New());

    private async Task SendSoonAsync()
    {
        using var impatient = new CancellationTokenSource(Soon);
        await Provider.SendUntilAsync(Provider.Push(DeviceTokens.New()), impatient.Token);
    }
}

using System.Diagnostics;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Simulator;

public sealed class ApnsStreamLimitTests : IAsyncLifetime
{
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
    public async Task A_client_that_was_told_the_limit_keeps_to_it()
    {
        Apns.LimitStreams(3);
        await SendAsync(1);
        Apns.Script.ThinkTime = TimeSpan.FromMilliseconds(20);

        await SendAsync(30);

        Assert.Equal((3, 0L, 31L), (Apns.Journal.MostInFlight, Apns.Journal.Refused, Apns.Journal.Accepted));
    }

    [Fact]
    public async Task A_limit_of_none_holds_everything_up_until_it_is_raised()
    {
        await SendAsync(1);
        Apns.LimitStreams(0);
        var held = SendAsync(20);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Provider.SendUntilAsync(Provider.Push(DeviceTokens.New()), impatient.Token));
        Assert.Equal(1, Apns.Journal.Accepted);

        Apns.LimitStreams(1000);
        await held;

        Assert.Equal(21, Apns.Journal.Accepted);
    }

    [Fact]
    public async Task Late_settings_hold_back_the_answers_behind_them()
    {
        Apns.DelaySettings(TimeSpan.FromMilliseconds(200));
        var began = Stopwatch.GetTimestamp();

        await SendAsync(1);

        Assert.True(Stopwatch.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(190));
        began = Stopwatch.GetTimestamp();
        await SendAsync(1);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromMilliseconds(190));
    }

    private Task SendAsync(int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(async _ => Assert.Equal(200, (await Provider.SendAsync(DeviceTokens.New())).Status)));
}

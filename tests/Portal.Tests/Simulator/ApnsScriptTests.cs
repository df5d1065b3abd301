using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Wallet.Simulator.Apns;
using Wallet.Simulator.Apns.Http2;

namespace Portal.Tests.Simulator;

public sealed class ApnsScriptTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly ProviderCertificates _certificates = new();
    private readonly string _token = DeviceTokens.New();
    private SimulatedApns? _apns;
    private Provider? _provider;

    private SimulatedApns Apns => _apns ?? throw new InvalidOperationException("Not started.");

    private Provider Provider => _provider ??= new Provider(Apns, _certificates.Issue());

    public async ValueTask InitializeAsync()
        => _apns = await SimulatedApns.StartAsync(new() { Time = _clock }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _provider?.Dispose();
        await Apns.DisposeAsync();
        _certificates.Dispose();
    }

    [Fact]
    public async Task Answers_come_in_the_order_of_the_script_and_then_everything_is_well()
    {
        Apns.Script.Next(
            ApnsAnswer.Error(429, ApnsReasons.TooManyRequests),
            ApnsAnswer.Error(500, ApnsReasons.InternalServerError),
            ApnsAnswer.Error(503, ApnsReasons.ServiceUnavailable));

        var statuses = new List<int>();
        for (var push = 0; push < 4; push++) statuses.Add((await Provider.SendAsync(_token)).Status);

        Assert.Equal([429, 500, 503, 200], statuses);
        Assert.Equal(1, Apns.Journal.Answers[(429, "TooManyRequests")]);
    }

    [Fact]
    public async Task A_token_has_answers_of_its_own()
    {
        Apns.Script.Always(ApnsAnswer.Error(503, ApnsReasons.Shutdown));
        Apns.Script.AlwaysFor(_token, ApnsAnswer.Ok);
        Apns.Script.NextFor(_token, ApnsAnswer.Gone(_clock.GetUtcNow()));
        Apns.Script.When(push => push.Token.StartsWith("00", StringComparison.Ordinal) ? ApnsAnswer.Error(403, ApnsReasons.Forbidden) : null);

        Assert.Equal(410, (await Provider.SendAsync(_token)).Status);
        Assert.Equal(200, (await Provider.SendAsync(_token)).Status);
        Assert.Equal("Forbidden", (await Provider.SendAsync(new string('0', 64))).Reason);
        Assert.Equal("Shutdown", (await Provider.SendAsync(new string('1', 64))).Reason);
        Apns.Script.Clear();
        Assert.Equal(200, (await Provider.SendAsync(new string('1', 64))).Status);
    }

    [Fact]
    public async Task The_think_time_runs_on_the_given_clock()
    {
        Apns.Script.ThinkTime = TimeSpan.FromSeconds(9);
        var push = Provider.SendAsync(_token);
        await Until.TrueAsync(() => Apns.Journal.InFlight == 1);
        Assert.False(push.IsCompleted);

        await Until.TrueAsync(() => Passed(push, TimeSpan.FromSeconds(9)));

        Assert.Equal(200, (await push).Status);
    }

    [Fact]
    public async Task A_cut_connection_fails_its_pushes_and_the_next_one_reconnects()
    {
        Apns.Script.Next(ApnsAnswer.Disconnect);

        await Assert.ThrowsAsync<HttpRequestException>(() => Provider.SendAsync(_token));

        Assert.Equal(200, (await Provider.SendAsync(_token)).Status);
        Assert.Equal(2, Apns.Journal.Connections);
    }

    [Fact]
    public async Task A_reset_stream_leaves_its_connection_alone()
    {
        Apns.Script.Next(ApnsAnswer.Reset);

        await Assert.ThrowsAsync<HttpRequestException>(() => Provider.SendAsync(_token));

        Assert.Equal(200, (await Provider.SendAsync(_token)).Status);
        Assert.Equal(1, Apns.Journal.Connections);
    }

    [Fact]
    public async Task A_push_behind_a_goaway_is_sent_again_on_a_new_connection_and_delivered_once()
    {
        var delivered = 0;
        Apns.Delivered = _ => Interlocked.Increment(ref delivered);
        await Provider.SendAsync(_token);
        Apns.Script.Next(ApnsAnswer.GoAway());

        var answer = await Provider.SendAsync(_token);

        Assert.Equal(200, answer.Status);
        Assert.Equal((2L, 1L, 2), (Apns.Journal.Connections, Apns.Journal.GoAways, delivered));
        await Until.TrueAsync(() => Apns.Journal.OpenConnections == 1);
    }

    [Fact]
    public async Task A_goaway_that_includes_its_push_answers_it_and_ends_the_connection()
    {
        Apns.Script.Next(ApnsAnswer.GoAway(new GoAway { LastStream = int.MaxValue, ErrorCode = 0, Reason = ApnsReasons.IdleTimeout }));

        Assert.Equal(200, (await Provider.SendAsync(_token)).Status);
        await Until.TrueAsync(() => Apns.Journal.OpenConnections == 0);
        Assert.Equal(200, (await Provider.SendAsync(_token)).Status);
        Assert.Equal(2, Apns.Journal.Connections);
    }

    [Fact]
    public async Task A_goaway_to_everybody_lets_what_is_under_way_finish()
    {
        Apns.Script.ThinkTime = TimeSpan.FromSeconds(1);
        var push = Provider.SendAsync(_token);
        await Until.TrueAsync(() => Apns.Journal.InFlight == 1);
        Apns.GoAway();
        await Until.TrueAsync(() => Passed(push, TimeSpan.FromSeconds(1)));

        Assert.Equal(200, (await push).Status);
        await Until.TrueAsync(() => Apns.Journal.OpenConnections == 0);
    }

    [Fact]
    public async Task Many_pushes_with_goaways_between_all_arrive()
    {
        var delivered = 0;
        Apns.Delivered = _ => Interlocked.Increment(ref delivered);
        Apns.Script.When(push => push.Stream > 200 ? ApnsAnswer.GoAway() : null);
        var started = Stopwatch.GetTimestamp();

        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 20, CancellationToken = TestContext.Current.CancellationToken },
            async (_, _) => Assert.Equal(200, (await Provider.SendAsync(DeviceTokens.New())).Status));

        TestContext.Current.TestOutputHelper?.WriteLine($"{Stopwatch.GetElapsedTime(started)}, {Apns.Journal.Connections} connections");
        Assert.True(delivered >= 2000);
        Assert.True(Apns.Journal.Connections >= 20);
    }

    private bool Passed(Task push, TimeSpan time)
    {
        _clock.Advance(time);
        return push.IsCompleted;
    }
}

using Microsoft.Extensions.Logging;
using Portal.Hosting;
using Portal.Testing;
using Portal.Testing.Hosting;

namespace Portal.Tests.Hosting;

/// <summary>Work beside the requests goes on after a failure, and its failure never ends the portal.</summary>
public sealed class EnduringServiceTests : IDisposable
{
    private readonly RecordedLog _log = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_that_fails_is_begun_again_and_the_log_says_so()
    {
        using var service = new Failing(failures: 2, () => new InvalidOperationException("No luck."), _log.CreateLogger("test"));
        await service.StartAsync(Cancelled);
        await Until.TrueAsync("it got through", () => Task.FromResult(service.Done));

        Assert.Equal(3, service.Begun);
        Assert.Equal(2, _log.Lines.Count);
        Assert.All(_log.Lines, line => Assert.Equal("It failed; trying again. No luck.", line.Text));
        Assert.True(service.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_cancellation_that_is_not_the_end_is_a_failure_like_any_other()
    {
        using var service = new Failing(failures: 1, () => new OperationCanceledException("A driver gave up."), _log.CreateLogger("test"));
        await service.StartAsync(Cancelled);
        await Until.TrueAsync("it got through", () => Task.FromResult(service.Done));
        Assert.Equal(2, service.Begun);
    }

    [Fact]
    public async Task Told_to_stop_while_it_waits_it_ends_without_a_word()
    {
        using var service = new Failing(failures: int.MaxValue, () => new InvalidOperationException("No luck."), _log.CreateLogger("test")) { Between = TimeSpan.FromHours(1) };
        await service.StartAsync(Cancelled);
        await Until.TrueAsync("it failed", () => Task.FromResult(_log.Lines.Count == 1));

        await service.StopAsync(Cancelled);

        Assert.True(service.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Single(_log.Lines);
    }

    public void Dispose() => _log.Dispose();

    private sealed class Failing(int failures, Func<Exception> failure, ILogger logger) : EnduringService(TimeProvider.System, logger)
    {
        public int Begun { get; private set; }

        public bool Done { get; private set; }

        public TimeSpan Between { get; init; } = TimeSpan.FromMilliseconds(10);

        protected override string Trouble => "It failed";

        protected override TimeSpan Pause => Between;

        protected override async Task RunAsync(CancellationToken stopping)
        {
            await Task.Yield();
            if (Begun++ < failures)
                throw failure();
            Done = true;
        }
    }
}

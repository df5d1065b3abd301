using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Portal.Activity;
using Portal.Testing;

namespace Portal.Tests.Activity;

public sealed class SlowCountsTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(150);

    private readonly FakeTimeProvider _time = new();
    private readonly PortalEvents _events;
    private readonly SlowCounts _counts;
    private int _now = 1;
    private int _counted;

    public SlowCountsTests()
    {
        _events = new PortalEvents(_time, NullLogger<PortalEvents>.Instance);
        _counts = new SlowCounts(_events, _time, NullLogger<SlowCounts>.Instance);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_counted_quickly_is_counted_each_time()
    {
        Assert.Equal(1, await AskAsync(TimeSpan.Zero));
        _now = 2;
        Assert.Equal(2, await AskAsync(TimeSpan.Zero));
    }

    [Fact]
    public async Task What_takes_long_is_remembered_and_counted_anew_after_a_rest_and_pages_look_again_when_it_changed()
    {
        var heard = new TaskCompletionSource();
        await using var page = _events.Subscribe(news =>
        {
            if (news.Events.Any(one => one.Kind is PortalEventKind.Counted))
                heard.SetResult();
            return Task.CompletedTask;
        });
        Assert.Equal(1, await AskAsync(Long));
        _now = 2;
        for (var page2 = 0; page2 < 10; page2++)
            Assert.Equal(1, await AskAsync(Long));
        Assert.Equal(1, _counted);

        _time.Advance(TimeSpan.FromMinutes(1));
        await TickUntilAsync(() => heard.Task.IsCompleted);

        Assert.Equal(2, await AskAsync(Long));
        Assert.Equal(2, _counted);
    }

    [Fact]
    public async Task After_a_failure_whoever_asks_next_counts()
    {
        Assert.Equal(1, await AskAsync(Long));
        var failed = new TaskCompletionSource();
        await _counts.GetAsync<int>("phones", _ =>
        {
            failed.TrySetResult();
            return Task.FromException<int>(new InvalidOperationException("The database is gone."));
        }, Cancelled);
        _now = 3;
        _time.Advance(TimeSpan.FromMinutes(1));
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancelled);

        await TickUntilAsync(() => AskAsync(TimeSpan.Zero).IsCompletedSuccessfully && _counted > 1);
        Assert.Equal(3, await AskAsync(TimeSpan.Zero));
    }

    private Task<int> AskAsync(TimeSpan takes) => _counts.GetAsync("phones", async token =>
    {
        _counted++;
        if (takes > TimeSpan.Zero)
            await Task.Delay(takes, token);
        return _now;
    }, Cancelled);

    // The feed hands out its news by the same clock.
    private Task TickUntilAsync(Func<bool> isSo) => Until.TrueAsync("it was counted anew", () =>
    {
        _time.Advance(TimeSpan.FromMilliseconds(100));
        return isSo();
    });
}

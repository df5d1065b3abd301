using Microsoft.Extensions.Time.Testing;
using Portal.Push;

namespace Portal.Tests.Push;

/// <summary>Bulk work slows down while phones wait long for their packages, and comes back to its rate.</summary>
public sealed class DownloadPressureTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Without_downloads_the_whole_rate_is_allowed() => Assert.Equal(1, new DownloadPressure(_time).Share);

    [Fact]
    public void Each_second_of_slow_downloads_halves_the_rate_down_to_a_twentieth()
    {
        var pressure = new DownloadPressure(_time);
        double[] shares = [.. Enumerable.Range(0, 6).Select(_ => Second(pressure, TimeSpan.FromSeconds(2)))];
        Assert.Equal([0.5, 0.25, 0.125, 0.0625, 0.05, 0.05], shares);
    }

    [Fact]
    public void Quick_downloads_and_quiet_bring_the_rate_back()
    {
        var pressure = new DownloadPressure(_time);
        Second(pressure, TimeSpan.FromSeconds(2));
        Assert.Equal(0.625, Second(pressure, TimeSpan.FromMilliseconds(20)));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, pressure.Share);
    }

    [Fact]
    public void Between_quick_and_slow_the_rate_stays()
    {
        var pressure = new DownloadPressure(_time);
        Second(pressure, TimeSpan.FromSeconds(1));
        Assert.Equal(0.5, Second(pressure, TimeSpan.FromMilliseconds(300)));
    }

    [Fact]
    public void A_slowed_pacer_lets_through_what_the_share_allows()
    {
        var pressure = new DownloadPressure(_time);
        var pacer = new BulkPacer(500, pressure, _time);
        pacer.Spend(1, pacer.Allowed);
        var sent = 0;
        for (var step = 0; step < 1000; step++)
        {
            // Downloads that always wait two seconds: a twentieth of the rate is left after five of the ten seconds.
            pressure.Waited(TimeSpan.FromSeconds(2));
            _time.Advance(TimeSpan.FromMilliseconds(10));
            pacer.BeginRound();
            var allowed = pacer.Allowed;
            sent += allowed;
            pacer.Spend(1, allowed);
        }

        // 1 s whole, then a half, a quarter, an eighth, a sixteenth, and five at a twentieth.
        Assert.InRange(sent, 1000, 1150);
    }

    private double Second(DownloadPressure pressure, TimeSpan wait)
    {
        pressure.Waited(wait);
        _time.Advance(TimeSpan.FromSeconds(1));
        return pressure.Share;
    }
}

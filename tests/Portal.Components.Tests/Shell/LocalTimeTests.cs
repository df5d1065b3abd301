using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Portal.Shell;

namespace Portal.Components.Tests.Shell;

public sealed class LocalTimeTests : BunitContext
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);

    public LocalTimeTests() => Services.AddSingleton<TimeProvider>(_time);

    [Fact]
    public void The_words_stay_true_while_the_page_is_open()
    {
        var shown = Render<LocalTime>(parameters => parameters.Add(time => time.Value, Now));
        Assert.Equal("just now", shown.Find("time").TextContent);
        _time.Advance(TimeSpan.FromMinutes(3));
        shown.WaitForAssertion(() => Assert.Equal("3 minutes ago", shown.Find("time").TextContent));
    }

    [Fact]
    public void The_exact_time_is_in_the_zone_of_the_reader_by_its_city()
    {
        var shown = Render<LocalTime>(parameters => parameters
            .Add(time => time.Value, Now).AddCascadingValue(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));
        Assert.Equal("24 Nov 2026, 13:00:00 Berlin time", shown.Find("time").GetAttribute("title"));
        Assert.Equal("2026-11-24T12:00:00.0000000Z", shown.Find("time").GetAttribute("datetime"));
    }

    [Theory]
    [InlineData(-44, "just now")]
    [InlineData(-60, "1 minute ago")]
    [InlineData(-59 * 60 - 50, "59 minutes ago")]
    [InlineData(-2 * 3600, "2 hours ago")]
    [InlineData(-20 * 3600, "yesterday")]
    [InlineData(-3 * 86400, "3 days ago")]
    [InlineData(-30 * 86400, "25 Oct")]
    [InlineData(-400 * 86400, "20 Oct 2025")]
    [InlineData(30, "in a moment")]
    [InlineData(600, "in 10 minutes")]
    [InlineData(26 * 3600, "tomorrow")]
    public void People_say_it_like_this(int seconds, string words) =>
        Assert.Equal(words, TimeWords.Relative(Now.AddSeconds(seconds), Now, TimeZoneInfo.Utc));
}

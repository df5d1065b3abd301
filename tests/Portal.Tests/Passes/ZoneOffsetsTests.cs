using Portal.Passes.Dates;

namespace Portal.Tests.Passes;

public sealed class ZoneOffsetsTests
{
    private static readonly TimeZoneInfo Vienna = TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna");

    [Theory]
    [InlineData(1, "UTC+01:00 Vienna, Berlin, Paris", "UTC London, Lisbon, Reykjavik")]
    [InlineData(7, "UTC+01:00 London, Lisbon, Lagos", "UTC Azores, Reykjavik")]
    public void Cities_move_with_their_summer_time(int month, string anHourEast, string greenwich)
    {
        var offsets = At(new DateTime(2027, month, 1, 12, 0, 0));
        Assert.Equal(anHourEast, offsets.Single(offset => offset.Offset == TimeSpan.FromHours(1)).Words);
        Assert.Equal(greenwich, offsets.Single(offset => offset.Offset == TimeSpan.Zero).Words);
    }

    [Fact]
    public void They_go_from_west_to_east_each_once()
    {
        var offsets = At(new DateTime(2027, 1, 1)).Select(offset => offset.Offset).ToList();
        Assert.Equal(offsets.Distinct().Order(), offsets);
        Assert.Contains(TimeSpan.FromMinutes(5 * 60 + 45), offsets);
    }

    [Fact]
    public void One_that_is_in_use_nowhere_can_be_kept() =>
        Assert.Equal("UTC-00:45", At(new DateTime(2027, 1, 1), also: TimeSpan.FromMinutes(-45)).Single(offset => offset.Offset == TimeSpan.FromMinutes(-45)).Words);

    [Fact]
    public void A_year_that_is_being_typed_has_the_usual_offset() =>
        Assert.Equal(TimeSpan.FromHours(1), ZoneOffsets.Of(Vienna, new DateTime(202, 7, 1)));

    [Theory]
    [InlineData(330, "+05:30")]
    [InlineData(-210, "-03:30")]
    [InlineData(0, "+00:00")]
    public void The_text_is_that_of_a_date(int minutes, string text) => Assert.Equal(text, ZoneOffsets.Text(TimeSpan.FromMinutes(minutes)));

    private static IReadOnlyList<ZoneOffset> At(DateTime local, TimeSpan also = default) => ZoneOffsets.At(local, Vienna, also);
}

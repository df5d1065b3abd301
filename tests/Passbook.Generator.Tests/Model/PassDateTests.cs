using System.Text.Json;

namespace Passbook.Generator.Tests.Model;

public sealed class PassDateTests
{
    private static readonly DateTimeOffset Moment = new(2027, 2, 3, 4, 5, 6, TimeSpan.FromHours(2));

    [Fact]
    public void Fractions_of_a_second_are_dropped() => Assert.Equal((PassDate)Moment, PassDate.FromDateTimeOffset(Moment.AddTicks(9_999_999)));

    [Fact]
    public void The_same_moment_in_another_zone_is_another_date_at_the_same_time()
    {
        PassDate one = Moment;
        PassDate other = Moment.ToUniversalTime();

        Assert.True(one != other);
        Assert.True(one <= other && one >= other);
        Assert.Equal(0, one.CompareTo(other));
    }

    [Fact]
    public void The_spelling_it_was_read_in_does_not_count()
    {
        var (short_, exact) = (Read("2027-02-03T02:05Z"), Read("2027-02-03T02:05:00+00:00"));

        Assert.True(short_ == exact);
        Assert.Equal(short_.GetHashCode(), exact.GetHashCode());
        Assert.Equal(("2027-02-03T02:05Z", "2027-02-03T02:05:00+00:00"), (short_.ToString(), exact.ToString()));
    }

    [Fact]
    public void Dates_are_ordered_by_moment_and_what_is_none_is_neither_before_nor_after()
    {
        PassDate earlier = Moment;
        PassDate later = Moment.AddSeconds(1);
        var none = Read("tomorrow");

        Assert.True(earlier < later && later > earlier && earlier <= later && later >= earlier);
        Assert.False(none < later || none > later || none <= later || none >= later);
        Assert.True(none.CompareTo(earlier) < 0);
    }

    [Fact]
    public void What_is_no_date_equals_only_itself()
    {
        Assert.Equal(Read("tomorrow"), Read("tomorrow"));
        Assert.NotEqual(Read("tomorrow"), Read("today"));
        Assert.NotEqual(Read("tomorrow"), Moment);
        Assert.Equal("tomorrow", Read("tomorrow").ToString());
    }

    private static PassDate Read(string text) => JsonSerializer.Deserialize<PassDate>($"\"{text}\"", PassJson.Options);
}

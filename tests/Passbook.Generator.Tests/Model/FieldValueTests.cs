using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Model;

public sealed class FieldValueTests
{
    [Fact]
    public void Text_number_and_date_convert_and_exclude_each_other()
    {
        FieldValue text = "Gate 22";
        FieldValue number = 12.5m;
        FieldValue whole = 7;
        FieldValue date = new DateTimeOffset(2027, 5, 1, 18, 30, 0, TimeSpan.FromHours(2));

        Assert.Equal(("Gate 22", null, null), (text.Text, text.Number, text.Date));
        Assert.Equal((null, 12.5m, null), (number.Text, number.Number, number.Date));
        Assert.Equal(7m, whole.Number);
        Assert.Equal((null, null, new DateTimeOffset(2027, 5, 1, 16, 30, 0, TimeSpan.Zero)), (date.Text, date.Number, date.Date));
    }

    [Fact]
    public void Values_are_compared_by_content()
    {
        Assert.Equal((FieldValue)12.5m, (FieldValue)12.50m);
        Assert.NotEqual((FieldValue)"12.5", (FieldValue)12.5m);
        Assert.True((FieldValue)"a" == "a");
        Assert.False((FieldValue)"a" == "A");
    }

    [Theory]
    [InlineData("2027-05-01T18:30:00+02:00", true)]
    [InlineData("2027-05-01T18:30Z", true)]
    [InlineData("2027-05-01T18:30:00", false)]
    [InlineData("2027-05-01", false)]
    [InlineData("May 1 at 18:30", false)]
    [InlineData("", false)]
    public void A_text_that_is_exactly_a_date_with_its_zone_is_a_date(string text, bool isDate)
    {
        var value = FieldValue.FromText(text);

        Assert.Equal(isDate, value.Date is not null);
        Assert.Equal(text, value.ToString());
    }

    [Theory]
    [MemberData(nameof(Culture.Tricky), MemberType = typeof(Culture))]
    public void As_text_a_value_is_the_same_in_every_culture(string culture)
    {
        using var _ = new Culture(culture);

        Assert.Equal("-1234.5", FieldValue.FromNumber(-1234.5m).ToString());
        Assert.Equal("2027-05-01T18:30:00-03:30", FieldValue.FromDate(new DateTimeOffset(2027, 5, 1, 18, 30, 0, new TimeSpan(-3, -30, 0))).ToString());
    }
}

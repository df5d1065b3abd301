using System.Globalization;
using Passbook.Generator;
using Portal.Preview;

namespace Portal.Tests.Designs;

public sealed class ChangeNoticesTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    [Fact]
    public void Between_AChangedValue_SaysItAsThePassShowsIt()
    {
        var before = Field("points", 950) with { ChangeMessage = "You now have %@ points" };

        var notice = Assert.Single(Between([before], [before with { Value = 1250 }]));

        Assert.Equal(("points", "You now have 1,250 points", false), (notice.Label, notice.Message, notice.IsSilent));
    }

    [Fact]
    public void Between_WithoutAMessage_IsSilent() =>
        Assert.True(Assert.Single(Between([Field("a", "1")], [Field("a", "2")])).IsSilent);

    [Fact]
    public void Between_AFieldThatGoes_SaysNothingWhateverItsMessage()
    {
        var gate = Field("gate", "B22") with { Label = "Gate", ChangeMessage = "Gate changed to %@" };

        var notices = Between([gate, Field("seat", "4A")], []);

        Assert.Equal([("Gate", null, true), ("seat", null, false)], notices.Select(notice => (notice.Label, notice.Message, notice.LosesMessage)));
    }

    [Fact]
    public void Between_OnlyALabelOrTheOrder_IsNoChange() =>
        Assert.Empty(Between([Field("a", "1"), Field("b", "2")], [Field("b", "2"), Field("a", "1") with { Label = "New" }]));

    [Fact]
    public void Between_AmountsAndDates_AreWrittenInTheLanguageOfThePhone()
    {
        var at = new DateTimeOffset(2027, 5, 1, 18, 30, 0, TimeSpan.FromHours(2));
        var money = Field("balance", 1) with { CurrencyCode = "EUR", ChangeMessage = "%@" };
        var date = Field("at", at.AddDays(1)) with { DateStyle = DateStyle.Medium, TimeStyle = DateStyle.Short, ChangeMessage = "%@" };

        var messages = Between([money, date], [money with { Value = 1234.5m }, date with { Value = at }]).Select(notice => notice.Message);

        Assert.Equal("€1,234.50 May 1, 2027, 6:30 PM", string.Join(' ', messages).Replace('\u202F', ' '));
    }

    [Theory]
    [InlineData(DateStyle.Short, "5/1/27")]
    [InlineData(DateStyle.Medium, "May 1, 2027")]
    [InlineData(DateStyle.Long, "May 1, 2027")]
    [InlineData(DateStyle.Full, "Saturday, May 1, 2027")]
    public void Show_ADate_FollowsItsStyle(DateStyle style, string expected)
    {
        var field = Field("at", new DateTimeOffset(2027, 5, 1, 18, 30, 0, TimeSpan.FromHours(2))) with { DateStyle = style };

        Assert.Equal(expected, new WalletText(English).Show(field));
    }

    [Fact]
    public void Show_ADateInThePhonesZone_UnlessItIgnoresIt()
    {
        var field = Field("at", new DateTimeOffset(2027, 5, 1, 18, 30, 0, TimeSpan.FromHours(2))) with { TimeStyle = DateStyle.Short };
        var words = new WalletText(CultureInfo.GetCultureInfo("en-GB"), zone: TimeZoneInfo.Utc);

        Assert.Equal(("16:30", "18:30"), (words.Show(field), words.Show(field with { IgnoresTimeZone = true })));
    }

    [Fact]
    public void Show_Numbers_FollowTheirStyle()
    {
        var words = new WalletText(English);

        Assert.Equal("25%", words.Show(Field("a", 0.25m) with { NumberStyle = NumberStyle.Percent }));
        Assert.Equal("forty-two", words.Show(Field("a", 42) with { NumberStyle = NumberStyle.SpellOut }));
        Assert.Equal("¥1,250", words.Show(Field("a", 1250) with { CurrencyCode = "JPY" }));
        Assert.Equal("CA$12.00", words.Show(Field("a", 12) with { CurrencyCode = "CAD" }));
        Assert.Equal("1,234.5", words.Show(Field("a", 1234.5m)));
    }

    private static PassField Field(string key, FieldValue value) => new() { Key = key, Label = key, Value = value };

    private static IReadOnlyList<ChangeNotice> Between(ValueList<PassField> before, ValueList<PassField> after) =>
        ChangeNotices.Between(Sample.Design([], before).Pass, Sample.Design([], after).Pass, English);
}

using System.Globalization;
using Portal.Data.Designs;

namespace Portal.Data.Tests.Designs;

public sealed class FieldTextTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    [Theory]
    [InlineData("120", "120")]
    [InlineData(" 1,200.5 ", "1200.5")]
    [InlineData("-0", "0")]
    [InlineData("+5", "5")]
    [InlineData("0.000001", "0.000001")]
    public void A_number_is_stored_without_a_culture(string typed, string stored) =>
        Assert.Equal((stored, null), FieldText.Read(Field(FieldKind.Number), typed, English));

    [Theory]
    [InlineData("ten")]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("1,5")]
    [InlineData("12,34,567")]
    [InlineData("1e309")]
    [InlineData("1000000000000")]
    [InlineData("0.0000001")]
    public void A_number_out_of_its_limits_is_refused_by_name(string typed)
    {
        var (stored, problem) = FieldText.Read(Field(FieldKind.Number), typed, English);
        Assert.Null(stored);
        Assert.StartsWith("Points", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_german_number_is_read_the_german_way() =>
        Assert.Equal("1234.5", FieldText.Read(Field(FieldKind.Number), "1.234,50", German).Stored);

    [Theory]
    [InlineData("EUR", "12.50", "1250")]
    [InlineData("JPY", "1200", "1200")]
    [InlineData("KWD", "1.234", "1234")]
    public void Money_is_stored_in_minor_units(string currency, string typed, string stored) =>
        Assert.Equal(stored, FieldText.Read(Field(FieldKind.Money) with { Currency = currency }, typed, English).Stored);

    [Fact]
    public void Money_with_more_places_than_its_currency_is_refused() =>
        Assert.Equal("Points has more decimal places than EUR knows.", FieldText.Read(Field(FieldKind.Money) with { Currency = "EUR" }, "1.001", English).Problem);

    [Fact]
    public void A_date_keeps_its_offset() =>
        Assert.Equal("2027-03-01T18:30:00+05:30", FieldText.Read(Field(FieldKind.Date), "2027-03-01 18:30 +05:30", English).Stored);

    [Theory]
    [InlineData("31.02.2027")]
    [InlineData("soon")]
    public void A_date_that_is_none_is_refused(string typed) =>
        Assert.NotNull(FieldText.Read(Field(FieldKind.Date), typed, English).Problem);

    [Fact]
    public void A_choice_takes_only_what_is_offered()
    {
        var field = Field(FieldKind.Choice) with { Choices = ["Silver", "Gold"] };
        Assert.Equal("Gold", FieldText.Read(field, "Gold", English).Stored);
        Assert.Equal("Points has to be one of: Silver, Gold.", FieldText.Read(field, "gold", English).Problem);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u001bb")]
    public void A_text_with_a_control_character_is_refused(string typed) =>
        Assert.NotNull(FieldText.Read(Field(FieldKind.Text), typed, English).Problem);

    [Fact]
    public void A_text_keeps_its_lines_and_its_length_is_limited()
    {
        Assert.Equal("a\nb", FieldText.Read(Field(FieldKind.Text), "a\r\nb", English).Stored);
        Assert.NotNull(FieldText.Read(Field(FieldKind.Text) with { MaxLength = 3 }, "abcd", English).Problem);
    }

    [Theory]
    [InlineData(FieldKind.Number, "1200.5")]
    [InlineData(FieldKind.Money, "1250")]
    [InlineData(FieldKind.Date, "2027-03-01T18:30:00+05:30")]
    [InlineData(FieldKind.Text, "B22")]
    public void What_is_shown_is_read_back_to_what_is_stored(FieldKind kind, string stored)
    {
        foreach (var culture in new[] { English, German, CultureInfo.GetCultureInfo("fi-FI"), CultureInfo.GetCultureInfo("th-TH"), CultureInfo.GetCultureInfo("ar-SA") })
        {
            var field = Field(kind) with { Currency = "EUR" };
            Assert.Equal(stored, FieldText.Read(field, FieldText.Show(field, stored, culture), culture).Stored);
            Assert.Null(FieldText.Check(field, stored));
        }
    }

    private static DesignField Field(FieldKind kind) => new() { Id = "points", Name = "Points", Kind = kind };
}

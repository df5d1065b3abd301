using System.Globalization;
using Portal.Data.Designs;
using Portal.Passes;

namespace Portal.Tests.Passes;

public sealed class DraftFieldTests
{
    public static TheoryData<FieldKind, string, string, string> Kinds => new()
    {
        { FieldKind.Text, "B22", "A1", "A1" },
        { FieldKind.Number, "120", "0", "0" },
        { FieldKind.Money, "1250", "500", "5.00 EUR" },
        { FieldKind.Date, "2027-03-01T18:30:00+01:00", "2027-05-01T08:00:00+02:00", "2027-05-01 08:00 +02:00" },
        { FieldKind.Choice, "Gold", "Silver", "Silver" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Emptying_a_field_says_what_the_pass_shows_then(FieldKind kind, string stored, string ofDesign, string words)
    {
        var field = Field(kind, stored, ofDesign);
        Assert.Null(field.EmptyWords);

        field.Typed = "";

        Assert.Equal("Emptied, the pass follows the design: " + words, field.EmptyWords);
        Assert.Equal((null, true), (field.Stored, field.IsChanged));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_field_that_follows_the_design_says_so(FieldKind kind, string stored, string ofDesign, string words)
    {
        var field = Field(kind, stored: null, ofDesign);
        Assert.Equal("Follows the design: " + words, field.EmptyWords);
        Assert.False(field.IsChanged);

        field.Typed = FieldText.Show(field.Field, stored, CultureInfo.InvariantCulture);

        Assert.Null(field.EmptyWords);
        Assert.Equal(stored, field.Stored);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Blanks_alone_are_an_empty_field(FieldKind kind, string stored, string ofDesign, string words)
    {
        var field = Field(kind, stored, ofDesign);

        field.Typed = " \t ";

        Assert.Equal((null, null), (field.Stored, field.Problem));
        Assert.Equal("Emptied, the pass follows the design: " + words, field.EmptyWords);
    }

    [Fact]
    public void Where_the_design_says_nothing_an_emptied_field_shows_nothing()
    {
        var field = Field(FieldKind.Text, "B22", ofDesign: null);
        field.Typed = "";
        Assert.Equal("Emptied, the pass follows the design: nothing is shown", field.EmptyWords);
    }

    [Fact]
    public void A_field_that_was_never_set_and_has_no_default_needs_no_words() =>
        Assert.Null(Field(FieldKind.Text, stored: null, ofDesign: null).EmptyWords);

    [Fact]
    public void A_bad_value_is_not_taken_for_an_empty_one()
    {
        var field = Field(FieldKind.Number, "120", "0");
        field.Typed = "many";
        Assert.Null(field.EmptyWords);
        Assert.Equal(("many", true), (field.Typed, field.IsChanged));
    }

    private static DraftField Field(FieldKind kind, string? stored, string? ofDesign) => new(
        new DesignField { Id = "field", Name = "Field", Kind = kind, Default = ofDesign, Currency = "EUR", Choices = ["Silver", "Gold"] },
        stored,
        CultureInfo.InvariantCulture);
}

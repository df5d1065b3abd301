using Passbook.Generator;
using Portal.Data.Designs;
using Portal.Passes;

namespace Portal.Tests.Designs;

public sealed class PassRendererTests
{
    [Fact]
    public void Render_AFieldThatIsOnePlaceholder_TakesTheNumberAsANumber()
    {
        var design = Sample.Design([Sample.Of(FieldKind.Number, "points")], Sample.Shown("points", "{{points}}"));

        Assert.Equal(1250.5m, Sample.Render(design, ("points", "1250.5"))?.Value.Number);
    }

    [Fact]
    public void Render_Zero_IsAValue()
    {
        var design = Sample.Design([Sample.Of(FieldKind.Number, "points")], Sample.Shown("points", "{{points}}"));

        Assert.Equal(0m, Sample.Render(design, ("points", "0"))?.Value.Number);
    }

    [Fact]
    public void Render_Money_IsAnAmountWithItsCurrencyAndNoNumberStyle()
    {
        var design = Sample.Design(
            [Sample.Of(FieldKind.Money, "balance")],
            Sample.Shown("balance", "{{balance}}") with { NumberStyle = NumberStyle.Decimal });

        var field = Sample.Render(design, ("balance", "1250"));

        Assert.Equal((12.5m, "EUR", null), (field?.Value.Number, field?.CurrencyCode, field?.NumberStyle));
    }

    [Fact]
    public void Render_ADate_KeepsItsOffsetAndTheDesignsStyle()
    {
        var design = Sample.Design([Sample.Of(FieldKind.Date, "at")], Sample.Shown("at", "{{at}}") with { DateStyle = DateStyle.Short });

        var field = Sample.Render(design, ("at", "2027-05-01T18:30:00+02:00"));

        Assert.Equal(new DateTimeOffset(2027, 5, 1, 18, 30, 0, TimeSpan.FromHours(2)), field?.Value.Date);
        Assert.Equal((DateStyle.Short, null), (field?.DateStyle, field?.TimeStyle));
    }

    [Fact]
    public void Render_ADateWithoutStyle_IsNotShownAsBareText()
    {
        var design = Sample.Design([Sample.Of(FieldKind.Date, "at")], Sample.Shown("at", "{{at}}"));

        Assert.Equal(DateStyle.Medium, Sample.Render(design, ("at", "2027-05-01T18:30:00+02:00"))?.DateStyle);
    }

    [Fact]
    public void Render_ATextWhereTheDesignWantsADate_StaysTextWithoutStyles()
    {
        var design = Sample.Design([Sample.Of(FieldKind.Date, "at")], Sample.Shown("at", "{{at}}") with { DateStyle = DateStyle.Short });

        var field = Sample.Render(design, ("at", "soon"));

        Assert.Equal(("soon", null), (field?.Value.Text, field?.DateStyle));
    }

    [Theory]
    [InlineData("{{gate}}")]
    [InlineData("Gate {{gate}}")]
    public void Render_NoValueAndNoDefault_LeavesTheFieldOut(string value) =>
        Assert.Null(Sample.Render(Sample.Design([Sample.Text("gate")], Sample.Shown("gate", value))));

    [Fact]
    public void Render_NoOwnValue_FollowsTheDefault() =>
        Assert.Equal("A1", Sample.Render(Sample.Design([Sample.Text("gate", "A1")], Sample.Shown("gate", "{{gate}}")))?.Value.Text);

    [Fact]
    public void Render_AnUnknownPlaceholder_StaysVisible() =>
        Assert.Equal("{{constructor}}", Sample.Render(Sample.Design([], Sample.Shown("x", "{{constructor}}")))?.Value.Text);

    [Fact]
    public void Render_AValueWithBraces_IsNotExpandedAgain()
    {
        var design = Sample.Design([Sample.Text("a"), Sample.Text("b", "secret")], Sample.Shown("x", "{{a}} and {{b}}"));

        Assert.Equal("{{b}} and secret", Sample.Render(design, ("a", "{{b}}"))?.Value.Text);
    }

    [Fact]
    public void Render_ValueInAMarkupText_CannotBecomeALink()
    {
        var design = Sample.Design(
            [Sample.Text("name")],
            Sample.Shown("x", "{{name}}") with { AttributedValue = "<a href=\"https://example.com\">{{name}}</a>" });

        var markup = Sample.Render(design, ("name", "<a href=\"javascript:x\">"))?.AttributedValue;

        Assert.Equal("<a href=\"https://example.com\">&lt;a href=&quot;javascript:x&quot;&gt;</a>", markup);
    }

    [Fact]
    public void Render_QuotesAndLineSeparators_ComeBackFromTheJson()
    {
        const string Nasty = "\"quoted\" \n \u2028 \\ end";
        var design = Sample.Design([Sample.Text("a")], Sample.Shown("x", "{{a}}"));

        var pass = PassRenderer.Render(design, Sample.Context(("a", Nasty)));

        Assert.Equal(Nasty, PassJson.Deserialize(PassJson.Serialize(pass)).Fields.SecondaryFields[0].Value.Text);
    }

    [Fact]
    public void Render_ABarcodeBeyondLatin1_IsWrittenInUtf8()
    {
        var design = Sample.Design([Sample.Text("name")]);
        design = design with { Pass = design.Pass with { Barcodes = [new PassBarcode { Format = BarcodeFormat.Qr, Message = "{{name}}", AltText = "{{serialNumber}}" }] } };

        Assert.Equal("utf-8", Assert.Single(PassRenderer.Render(design, Sample.Context(("name", "Łucja"))).Barcodes).MessageEncoding);
        Assert.Equal("iso-8859-1", Assert.Single(PassRenderer.Render(design, Sample.Context(("name", "Zoë"))).Barcodes).MessageEncoding);
        Assert.Equal("S-1", Assert.Single(PassRenderer.Render(design, Sample.Context(("name", "Zoë"))).Barcodes).AltText);
        Assert.Empty(PassRenderer.Render(design, Sample.Context()).Barcodes);
    }

    [Fact]
    public void A_value_of_blanks_is_none() =>
        Assert.Null(Sample.Render(Sample.Design([Sample.Text("gate")], Sample.Shown("gate", "{{gate}}")), ("gate", "   ")));

    [Fact]
    public void Render_Identity_ComesFromTheContext()
    {
        var pass = PassRenderer.Render(Sample.Design([]), Sample.Context() with { Voided = true, Expires = DateTimeOffset.UnixEpoch });

        Assert.Equal(("pass.com.example.card", "A1B2C3D4E5", "S-1"), (pass.PassTypeIdentifier, pass.TeamIdentifier, pass.SerialNumber));
        Assert.Equal(("0123456789abcdef", new Uri("https://passes.example.com")), (pass.AuthenticationToken, pass.WebServiceUrl));
        Assert.Equal((true, DateTimeOffset.UnixEpoch), (pass.Voided, pass.ExpirationDate));
    }

    [Fact]
    public void Render_WithoutAToken_NamesNoWebService() =>
        Assert.Null(PassRenderer.Render(Sample.Design([]), Sample.Context() with { AuthenticationToken = null }).WebServiceUrl);

    [Fact]
    public void Render_RelevantAndExpiryField_SetTheDatesOfThePass()
    {
        var design = Sample.Design([Sample.Of(FieldKind.Date, "at")]) with { RelevantDateField = "at", ExpiryField = "at" };
        var at = new DateTimeOffset(2027, 5, 1, 18, 30, 0, TimeSpan.FromHours(2));

        var pass = PassRenderer.Render(design, Sample.Context(("at", "2027-05-01T18:30:00+02:00")));

        Assert.Equal((at, at, at), (pass.RelevantDate, pass.RelevantDates[0].Date, pass.ExpirationDate));
    }
}

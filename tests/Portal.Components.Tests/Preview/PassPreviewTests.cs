using Bunit;
using Passbook.Generator;

namespace Portal.Components.Tests.Preview;

public sealed class PassPreviewTests : BunitContext
{
    [Fact]
    public void A_boarding_pass_has_two_places_around_its_symbol_and_the_auxiliary_row_above()
    {
        var drawing = this.Draw(PreviewSample.Pass("boarding-pass"), PreviewSample.Images("boarding-pass"));

        Assert.Equal("HEL | CPH", drawing.Values("primary"));
        Assert.Equal("Air", drawing.Find("[data-part=transit]").GetAttribute("data-transit"));
        Assert.Equal("A12", drawing.Values("headerFields"));
        Assert.Equal("auxiliary secondary", string.Join(' ', drawing.FindAll("[data-part=row]").Select(row => row.GetAttribute("data-row"))));
        Assert.Equal("NL 218 | 1 May 2027, 18:30 | Alex Morgan | 2 | 14C", drawing.Values("rows"));
        Assert.Equal("Northlight", drawing.Find("[data-part=logoText]").TextContent);
    }

    [Theory]
    [InlineData("store-card", "1,250", "Mia Lind | A coffee at 2,000 points")]
    [InlineData("coupon", "20% off", "30 Jun 2027 | SAMPLE-0001")]
    public void A_coupon_and_a_store_card_have_one_value_over_the_strip_and_one_row(string start, string primary, string row)
    {
        var drawing = this.Draw(PreviewSample.Pass(start), PreviewSample.Images(start));

        Assert.Equal((primary, row), (drawing.Values("primary"), drawing.Values("rows")));
        Assert.Equal("/strip.png", drawing.Find("[data-part=strip]").GetAttribute("src"));
        Assert.Equal("/strip.png 1x, /strip@2x.png 2x, /strip@3x.png 3x", drawing.Find("[data-part=strip]").GetAttribute("srcset"));
        Assert.Single(drawing.FindAll("[data-part=row]"));
    }

    [Fact]
    public void An_event_ticket_has_its_background_and_thumbnail()
    {
        var drawing = this.Draw(PreviewSample.Pass("event-ticket"), PreviewSample.Images("event-ticket"));

        Assert.Single(drawing.FindAll("[data-part=background]"));
        Assert.Single(drawing.FindAll("[data-part=thumbnail]"));
        Assert.Equal("Midsummer Night", drawing.Values("primary"));
        Assert.Equal("19 Jun 2027, 19:30 | Jonas Berg | C | 7 | 21", drawing.Values("rows"));
    }

    [Fact]
    public void An_event_ticket_with_a_strip_shows_neither_background_nor_thumbnail()
    {
        var images = PreviewSample.Images("event-ticket") with { Strip = PreviewSample.Images("coupon").Strip };

        var drawing = this.Draw(PreviewSample.Pass("event-ticket"), images);

        Assert.Single(drawing.FindAll("[data-part=strip]"));
        Assert.Empty(drawing.FindAll("[data-part=background], [data-part=thumbnail]"));
    }

    [Fact]
    public void A_generic_pass_has_its_thumbnail_beside_the_large_value()
    {
        var drawing = this.Draw(PreviewSample.Pass("generic"), PreviewSample.Images("generic"));

        Assert.Single(drawing.FindAll("[data-part=primary] [data-part=thumbnail]"));
        Assert.Equal(("Priya Raman", "Active | SAMPLE-0001"), (drawing.Values("primary"), drawing.Values("rows")));
    }

    [Fact]
    public void A_generic_pass_with_a_wide_barcode_has_two_rows()
    {
        var pass = PreviewSample.Pass("generic") with { Barcodes = [new PassBarcode { Format = BarcodeFormat.Pdf417, Message = "1" }] };

        Assert.Equal(2, this.Draw(pass).FindAll("[data-part=row]").Count);
    }

    [Fact]
    public void The_second_auxiliary_row_of_a_ticket_stands_below_the_first()
    {
        var pass = PreviewSample.Pass("event-ticket");
        var fields = pass.Fields with { AuxiliaryFields = [Field("a", "1"), Field("b", "2") with { Row = 1 }, Field("c", "3") with { Row = 0 }] };

        var drawing = this.Draw(pass with { EventTicket = fields });

        Assert.Equal("1 | 3 | 2", drawing.Values("rows").Split(" | ", 2)[1]);
    }

    [Fact]
    public void A_voided_pass_is_grey_and_says_so()
    {
        var drawing = this.Draw(PreviewSample.Pass("coupon") with { Voided = true });

        Assert.Contains("pass-over", drawing.Find("[data-part=pass]").ClassName, StringComparison.Ordinal);
        Assert.Equal("Voided", drawing.Find("[data-part=over]").TextContent);
    }

    [Fact]
    public void A_pass_that_ended_is_expired() =>
        Assert.Equal("Expired", this.Draw(PreviewSample.Pass("coupon") with { ExpirationDate = DateTimeOffset.UnixEpoch }).Find("[data-part=over]").TextContent);

    [Fact]
    public void Texts_stay_texts()
    {
        var pass = PreviewSample.Pass("generic") with { LogoText = "<b>&\"'" };

        var drawing = this.Draw(pass);

        Assert.Equal("<b>&\"'", drawing.Find("[data-part=logoText]").TextContent);
        Assert.Empty(drawing.FindAll("b"));
    }

    [Fact]
    public void Colours_the_pass_does_not_name_are_derived()
    {
        var pass = PreviewSample.Pass("generic") with { BackgroundColor = new(10, 10, 10), ForegroundColor = null, LabelColor = null };

        var style = this.Draw(pass).Find("[data-part=pass]").GetAttribute("style");

        Assert.Contains("--bg:rgb(10, 10, 10);--fg:rgb(255, 255, 255);--label:rgb(255 255 255 / 70%)", style, StringComparison.Ordinal);
    }

    [Fact]
    public void A_screen_reader_hears_what_it_is() =>
        Assert.Equal("Coupon: Sunrise Market coupon", this.Draw(PreviewSample.Pass("coupon")).Find("[data-part=pass]").GetAttribute("aria-label"));

    private static PassField Field(string key, string value) => new() { Key = key, Label = key, Value = value };
}

using Passbook.Generator;
using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Workspace;

namespace Portal.Browser.Tests.Preview;

/// <summary>Where the parts of a card stand that is 345 points wide, to 4 points.</summary>
public sealed class LayoutTests(ChromiumFixture chromium, SharedDemo demo)
{
    private const double Close = 4;

    // The designer's figures for a card 230 wide, scaled by 1.5: padding 10, header 35, strip 90, square code 100, wide code 35.
    private const double Edge = 15;
    private const double FarEdge = 345 - Edge;
    private const double Middle = 345.0 / 2;

    public static TheoryData<PassStyle> Styles => [.. Enum.GetValues<PassStyle>()];

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task Every_style_has_logo_left_header_fields_right_and_the_code_in_the_middle_below(PassStyle style)
    {
        await using var session = await demo.OpenAsync(chromium, Screen.Wide);
        var sheet = await PreviewSheet.ShowAsync(session, SamplePasses.Of(style), SamplePasses.Images(style is PassStyle.EventTicket ? ["strip"] : []));
        var (header, logo, words) = (await sheet.PartAsync("[data-part=header]"), await sheet.PartAsync("[data-part=logo]"), await sheet.PartAsync("[data-part=logoText]"));
        var (corner, label) = (await sheet.PartAsync("[data-key=h1] [data-part=value]"), await sheet.PartAsync("[data-key=h1] [data-part=label]"));
        var (primary, rows, code) = (await sheet.PartAsync("[data-part=primary]"), await sheet.PartAsync("[data-part=rows]"), await sheet.PartAsync("[data-part=barcode]"));
        var icon = await sheet.PartAsync("[data-part=icon]");

        Assert.Equal(Edge, logo.Left, Close);
        Assert.InRange(words.Left, logo.Right, logo.Right + 15);
        Assert.Equal(FarEdge, corner.Right, Close);
        Assert.InRange(label.Bottom, 0, corner.Top + 1);
        Assert.Equal(0, header.Top, Close);
        Assert.Equal(52.5, header.Height, Close);
        Assert.InRange(primary.Top, header.Bottom - 1, 345);
        Assert.InRange(rows.Top, primary.Bottom - 1, 345);
        Assert.InRange(code.Top, rows.Bottom, 505 - 150);
        Assert.Equal(Middle, code.Centre, Close);
        Assert.Equal(150, code.Width, Close);
        Assert.Equal(505 - Edge, code.Bottom, Close);
        Assert.Equal(Edge, icon.Left, Close);
        Assert.Equal(code.Bottom, icon.Bottom, Close);
        Assert.Equal(10.5, await sheet.LettersAsync("[data-key=s1] [data-part=label]"), Close);
        Assert.Equal(12, await sheet.LettersAsync("[data-key=s1] [data-part=value]"), Close);
    }

    [Fact]
    public async Task A_boarding_pass_has_two_airports_at_its_edges_and_auxiliary_fields_above_secondary_ones()
    {
        await using var session = await demo.OpenAsync(chromium, Screen.Wide);
        var sheet = await PreviewSheet.ShowAsync(session, SamplePasses.Of(PassStyle.BoardingPass), SamplePasses.Images());
        var (from, to, transit) = (await sheet.PartAsync("[data-key=p1]"), await sheet.PartAsync("[data-key=p2] "), await sheet.PartAsync("[data-part=transit]"));

        Assert.Equal(Edge, from.Left, Close);
        Assert.Equal(FarEdge, to.Right, Close);
        Assert.Equal(Middle, transit.Centre, Close);
        Assert.Equal(from.Top, to.Top, Close);
        Assert.True((await sheet.PartAsync("[data-key=p1] [data-part=label]")).Bottom <= (await sheet.PartAsync("[data-key=p1] [data-part=value]")).Top + 1);
        Assert.Equal(34.5, await sheet.LettersAsync("[data-key=p1] [data-part=value]"), Close);
        Assert.True((await sheet.PartAsync("[data-row=auxiliary]")).Bottom <= (await sheet.PartAsync("[data-row=secondary]")).Top);
        Assert.True((await sheet.PartAsync("[data-part=footer]")).Bottom <= (await sheet.PartAsync("[data-part=barcode]")).Top);
        await SpansAsync(sheet, "a1", "a2");
        await SpansAsync(sheet, "s1", "s2");
    }

    [Theory]
    [InlineData(PassStyle.Coupon)]
    [InlineData(PassStyle.StoreCard)]
    public async Task A_coupon_and_a_store_card_have_their_value_over_the_strip_and_one_row_of_four(PassStyle style)
    {
        await using var session = await demo.OpenAsync(chromium, Screen.Wide);
        var sheet = await PreviewSheet.ShowAsync(session, SamplePasses.Of(style), SamplePasses.Images());
        var (strip, value) = (await sheet.PartAsync("[data-part=strip]"), await sheet.PartAsync("[data-key=p1] [data-part=value]"));

        await CoversWidthAsync(sheet, strip);
        Assert.InRange(value.Top, strip.Top, strip.Bottom);
        Assert.Equal(Edge, value.Left, Close);
        Assert.Equal(43.5, await sheet.LettersAsync("[data-key=p1] [data-part=value]"), Close);
        Assert.Equal(13.5, await sheet.LettersAsync("[data-key=p1] [data-part=label]"), Close);
        Assert.Equal(1, await sheet.CountAsync("[data-part=row]"));
        await SpansAsync(sheet, "s1", "a2");
    }

    [Fact]
    public async Task A_store_card_without_a_strip_keeps_the_same_block()
    {
        await using var session = await demo.OpenAsync(chromium, Screen.Wide);
        var sheet = await PreviewSheet.ShowAsync(session, SamplePasses.Of(PassStyle.StoreCard), SamplePasses.Images("strip"));
        await CoversWidthAsync(sheet, await sheet.PartAsync("[data-part=primary]"));
    }

    [Fact]
    public async Task An_event_ticket_with_a_strip_has_its_label_below_and_no_thumbnail()
    {
        await using var session = await demo.OpenAsync(chromium, Screen.Wide);
        var sheet = await PreviewSheet.ShowAsync(session, SamplePasses.Of(PassStyle.EventTicket), SamplePasses.Images());

        await CoversWidthAsync(sheet, await sheet.PartAsync("[data-part=strip]"));
        Assert.True((await sheet.PartAsync("[data-key=p1] [data-part=value]")).Bottom <= (await sheet.PartAsync("[data-key=p1] [data-part=label]")).Top + 1);
        Assert.Equal(0, await sheet.CountAsync("[data-part=thumbnail], [data-part=background]"));
    }

    [Fact]
    public async Task An_event_ticket_with_a_background_has_it_behind_everything_and_a_thumbnail_at_the_right()
    {
        await using var session = await demo.OpenAsync(chromium, Screen.Wide);
        var sheet = await PreviewSheet.ShowAsync(session, SamplePasses.Of(PassStyle.EventTicket), SamplePasses.Images("strip"));
        var (behind, thumbnail) = (await sheet.PartAsync("[data-part=background]"), await sheet.PartAsync("[data-part=thumbnail]"));

        Assert.True(behind.Left <= 0 && behind.Top <= 0 && behind.Right >= 345 && behind.Bottom >= 505);
        Assert.Equal(FarEdge, thumbnail.Right, Close);
        Assert.Equal(90, thumbnail.Width, Close);
        Assert.True((await sheet.PartAsync("[data-row=secondary]")).Bottom <= (await sheet.PartAsync("[data-row=auxiliary]")).Top);
    }

    [Theory]
    [InlineData(BarcodeFormat.Qr, 1)]
    [InlineData(BarcodeFormat.Pdf417, 2)]
    public async Task A_generic_pass_has_its_thumbnail_right_of_the_name_and_rows_by_its_code(BarcodeFormat format, int rows)
    {
        await using var session = await demo.OpenAsync(chromium, Screen.Wide);
        var sheet = await PreviewSheet.ShowAsync(session, SamplePasses.Of(PassStyle.Generic, format), SamplePasses.Images());
        var (name, thumbnail) = (await sheet.PartAsync("[data-key=p1]"), await sheet.PartAsync("[data-part=thumbnail]"));

        Assert.Equal(Edge, name.Left, Close);
        Assert.True(name.Right <= thumbnail.Left);
        Assert.Equal(FarEdge, thumbnail.Right, Close);
        Assert.Equal(rows, await sheet.CountAsync("[data-part=row]"));
    }

    private static async Task CoversWidthAsync(PreviewSheet sheet, Part block)
    {
        Assert.Equal(0, block.Left, Close);
        Assert.Equal(345, block.Right, Close);
        Assert.Equal(135, block.Height, Close);
        Assert.Equal((await sheet.PartAsync("[data-part=header]")).Bottom, block.Top, Close);
    }

    private static async Task SpansAsync(PreviewSheet sheet, string first, string last)
    {
        var (left, right) = (await sheet.PartAsync($"[data-key={first}]"), await sheet.PartAsync($"[data-key={last}]"));
        Assert.Equal(Edge, left.Left, Close);
        Assert.Equal(FarEdge, right.Right, Close);
        Assert.Equal(left.Top, right.Top, Close);
    }
}

using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;

namespace Portal.Browser.Tests;

/// <summary>
/// Where the parts of a drawn pass are, within 4 points of the measures of Apple's cards: 345 points wide, 15 points of
/// margin, header of 52, strip 375 by 144 across the whole width, square barcode box of 150.
/// </summary>
public sealed class DrawingTests(ChromiumFixture chromium, SharedDemo demo)
{
    private const double Margin = 15;
    private const double Right = 345 - Margin;

    [Theory]
    [InlineData("boarding-pass")]
    [InlineData("store-card")]
    [InlineData("coupon")]
    [InlineData("event-ticket")]
    [InlineData("generic")]
    public async Task Every_style_has_its_header_rows_and_barcode_in_place(string start)
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        var pass = await DrawnAsync(session, start);

        var (card, header, logo, text) = (await pass.BoxesAsync(":scope > *"), await pass.PartAsync("header"), await pass.PartAsync("logo"), await pass.PartAsync("logoText"));
        var (rows, code) = (await pass.PartsAsync("row"), await pass.PartAsync("barcode"));

        Near(505, card[0].Height);
        Near(0, header.Top);
        Near(52, header.Height);
        Near(Margin, logo.Left);
        Assert.InRange(text.Left, logo.Right, logo.Right + 14);
        Assert.All(rows, row => Near(Margin, row.Left));
        Assert.All(rows, row => Near(Right, row.Right));
        Near(345 / 2d, code.Middle);
        Near(150, code.Width);
        Near(505 - 18, code.Bottom);
        Assert.True(rows[^1].Bottom < code.Top);
        foreach (var value in (await pass.BoxesAsync("[data-part=headerFields] [data-part=value]")).TakeLast(1))
            Near(Right, value.Right);
        Assert.Empty(session.Complaints);
    }

    [Theory]
    [InlineData("store-card")]
    [InlineData("coupon")]
    public async Task A_strip_spans_the_card_below_the_header_with_the_large_value_over_it(string start)
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        var pass = await DrawnAsync(session, start);

        var (strip, value, label) = (await pass.PartAsync("strip"), await OneAsync(pass, "primary", "value"), await OneAsync(pass, "primary", "label"));

        Near(0, strip.Left);
        Near(345, strip.Width);
        Near(52, strip.Top);
        Near(345 * 144 / 375d, strip.Height);
        Near(Margin, value.Left);
        Assert.InRange(value.Top, strip.Top, strip.Bottom - value.Height);
        Assert.True(label.Top >= value.Bottom - 4, "The label stands below the value.");
    }

    [Fact]
    public async Task A_boarding_pass_has_its_places_at_both_sides_and_the_auxiliary_row_above_the_secondary()
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        var pass = await DrawnAsync(session, "boarding-pass");

        var values = await pass.BoxesAsync("[data-part=primary] [data-part=value]");
        var labels = await pass.BoxesAsync("[data-part=primary] [data-part=label]");
        var rows = await pass.BoxesAsync("[data-row=auxiliary], [data-row=secondary]");
        var transit = await pass.PartAsync("transit");

        Near(Margin, values[0].Left);
        Near(Right, values[1].Right);
        Near(345 / 2d, transit.Middle);
        Assert.True(labels[0].Bottom <= values[0].Top + 4, "The label stands above the value.");
        Assert.True((await pass.BoxesAsync("[data-row=auxiliary]"))[0].Bottom <= (await pass.BoxesAsync("[data-row=secondary]"))[0].Top);
        Assert.Equal(2, rows.Count);
    }

    [Theory]
    [InlineData("generic")]
    [InlineData("event-ticket")]
    public async Task A_thumbnail_stands_right_of_the_large_value(string start)
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        var pass = await DrawnAsync(session, start);

        var (thumbnail, value) = (await pass.PartAsync("thumbnail"), await OneAsync(pass, "primary", "value"));

        Near(Right, thumbnail.Right);
        Near(90, thumbnail.Width);
        Near(Margin, value.Left);
        Assert.True(value.Right <= thumbnail.Left);
    }

    private static async Task<DrawnPass> DrawnAsync(BrowserSession session, string start)
    {
        await session.Page.GotoAsync("/admin/designs/new");
        await new StaffPage(session.Page).IsReadyAsync();
        return new DrawnPass(session.Page.Locator($"[data-start='{start}'] [data-part='pass']"));
    }

    private static async Task<PartBox> OneAsync(DrawnPass pass, string part, string inner) =>
        Assert.Single(await pass.BoxesAsync($"[data-part={part}] [data-part={inner}]"));

    private static void Near(double expected, double actual) => Assert.InRange(actual, expected - 4, expected + 4);
}

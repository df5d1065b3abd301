using Passbook.Generator;
using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Workspace;
using SkiaSharp;

namespace Portal.Browser.Tests.Preview;

/// <summary>The shape of each card, read from its pixels: what is cut away shows the white page behind.</summary>
public sealed class OutlineTests(ChromiumFixture chromium, SharedDemo demo)
{
    [Fact]
    public async Task A_boarding_pass_has_a_notch_in_each_side() =>
        await CutAsync(PassStyle.BoardingPass, cut: [(1, 136), (343, 136)], card: [(1, 110), (343, 160), (172, 3)]);

    [Fact]
    public async Task A_coupon_has_teeth_above_and_below_and_square_corners() =>
        // Teeth are 11.5 wide and the first tip is in the corner.
        await CutAsync(PassStyle.Coupon, cut: [(17, 1), (28, 1), (17, 503)], card: [(1, 12), (343, 490), (23, 3), (11, 501)]);

    [Fact]
    public async Task An_event_ticket_has_a_half_circle_cut_out_of_its_top() =>
        await CutAsync(PassStyle.EventTicket, cut: [(172, 3), (165, 8)], card: [(120, 3), (172, 22), (1, 250)]);

    [Theory]
    [InlineData(PassStyle.StoreCard)]
    [InlineData(PassStyle.Generic)]
    public async Task Cards_have_round_corners(PassStyle style) =>
        await CutAsync(style, cut: [(0, 0), (344, 0), (0, 504)], card: [(172, 3), (8, 8), (1, 136)]);

    private async Task CutAsync(PassStyle style, (int X, int Y)[] cut, (int X, int Y)[] card)
    {
        await using var session = await demo.OpenAsync(chromium, Screen.Wide);
        var sheet = await PreviewSheet.ShowAsync(session, SamplePasses.Of(style));
        using var pixels = await sheet.PixelsAsync();
        Assert.All(cut, place => Assert.True(Light(pixels, place) > 130, $"{place} is not cut away: {pixels.GetPixel(place.X, place.Y)}"));
        Assert.All(card, place => Assert.True(Light(pixels, place) < 100, $"{place} is cut away: {pixels.GetPixel(place.X, place.Y)}"));
    }

    private static int Light(SKBitmap pixels, (int X, int Y) place) => pixels.GetPixel(place.X, place.Y).Red;
}

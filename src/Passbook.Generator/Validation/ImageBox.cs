namespace Passbook.Generator;

/// <summary>The box an image is shown in, in points; a file @2x has twice as many pixels, @3x three times.</summary>
/// <remarks>
/// Apple's pass builder, its design guidelines of 2026 and its older documents give different boxes for some images. The smallest
/// and the largest of them are the limits here.
/// </remarks>
internal sealed record ImageBox(string Name, int MinWidth, int MinHeight, int MaxWidth, int MaxHeight, PassLooks Looks)
{
    // No source names the size of the map in an event's guide.
    private const int AnySize = 10_000;

    private static readonly ImageBox[] Known =
    [
        new("icon", 29, 29, 38, 38, PassLooks.Any),
        new("logo", 1, 1, 160, 50, PassLooks.Classic),
        new("primaryLogo", 1, 1, 126, 30, PassLooks.Poster | PassLooks.SemanticBoardingPass),
        new("secondaryLogo", 1, 1, 135, 12, PassLooks.PosterEventTicket),
        new("strip", 375, 98, 375, 144, PassLooks.Coupon | PassLooks.StoreCard | PassLooks.EventTicket),
        new("thumbnail", 60, 60, 90, 90, PassLooks.Generic | PassLooks.EventTicket),
        new("background", 180, 220, 345, 505, PassLooks.EventTicket),
        new("artwork", 358, 448, 358, 448, PassLooks.Poster),
        new("footer", 1, 1, 286, 15, PassLooks.BoardingPass),
        new("personalizationLogo", 1, 1, 150, 40, PassLooks.Any),
        new("venueMap", 1, 1, AnySize, AnySize, PassLooks.PosterEventTicket),
    ];

    public static ImageBox? Find(string image) => Array.Find(Known, box => box.Name == image);

    /// <summary>What is wrong with the size of an image in its box, as a sentence; null when nothing is.</summary>
    public string? SizeProblem(ImageName image, string file, long width, long height)
    {
        var (most, least) = ($"{MaxWidth * image.Density} x {MaxHeight * image.Density}", $"{MinWidth * image.Density} x {MinHeight * image.Density}");
        if (width > MaxWidth * image.Density || height > MaxHeight * image.Density)
            return $"'{file}' has {width} x {height} pixels, of which Wallet uses {most}: make it smaller{(image.Density < 3 ? ", or give it the name of a sharper one (@3x)" : "")}.";
        return width < MinWidth * image.Density || height < MinHeight * image.Density
            ? $"'{file}' has only {width} x {height} pixels and looks blurred: make it at least {least}."
            : null;
    }
}

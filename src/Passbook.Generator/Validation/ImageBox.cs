namespace Passbook.Generator;

/// <summary>The box an image is shown in, in points; a file @2x has twice as many pixels, @3x three times.</summary>
/// <remarks>
/// Apple's pass builder, its design guidelines of 2026 and its older documents give different boxes for some images. The smallest
/// and the largest of them are the limits here.
/// </remarks>
internal sealed record ImageBox(string Name, int MinWidth, int MinHeight, int MaxWidth, int MaxHeight, params PassStyle[] Styles)
{
    private static readonly ImageBox[] Known =
    [
        new("icon", 29, 29, 38, 38),
        new("logo", 1, 1, 160, 50),
        new("strip", 375, 98, 375, 144, PassStyle.Coupon, PassStyle.StoreCard, PassStyle.EventTicket),
        new("thumbnail", 60, 60, 90, 90, PassStyle.Generic, PassStyle.EventTicket),
        new("background", 180, 220, 345, 505, PassStyle.EventTicket),
        new("footer", 1, 1, 286, 15, PassStyle.BoardingPass),
    ];

    public static ImageBox? Find(string image) => Array.Find(Known, box => box.Name == image);

    public bool IsShownBy(PassStyle style) => Styles.Length == 0 || Styles.Contains(style);
}

using System.Globalization;
using Passbook.Generator;

namespace Portal.Designs;

/// <summary>A place for an image in a pass, with its largest size in points (pass-kit sizes of iOS 27).</summary>
/// <param name="Name">The file name without density and ending: <c>icon</c>, <c>strip</c>.</param>
/// <param name="Title">What staff call it.</param>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Fills">True: cut to exactly this shape. False: made to fit inside, in its own shape.</param>
public sealed record ImageSlot(string Name, string Title, int Width, int Height, bool Fills)
{
    /// <summary>The densities every image is made in.</summary>
    public static readonly IReadOnlyList<int> Densities = [1, 2, 3];

    private static readonly ImageSlot Icon = new("icon", "Icon", 38, 38, Fills: true);
    private static readonly ImageSlot Logo = new("logo", "Logo", 160, 50, Fills: false);
    private static readonly ImageSlot Strip = new("strip", "Strip", 375, 144, Fills: true);
    private static readonly ImageSlot Thumbnail = new("thumbnail", "Thumbnail", 90, 90, Fills: false);
    private static readonly ImageSlot Background = new("background", "Background", 345, 505, Fills: true);
    private static readonly ImageSlot Footer = new("footer", "Footer", 286, 15, Fills: false);

    /// <summary>The slots a style has, the icon first.</summary>
    public static IReadOnlyList<ImageSlot> Of(PassStyle style) => style switch
    {
        PassStyle.BoardingPass => [Icon, Logo, Footer],
        PassStyle.EventTicket => [Icon, Logo, Strip, Background, Thumbnail],
        PassStyle.Generic => [Icon, Logo, Thumbnail],
        _ => [Icon, Logo, Strip],
    };

    /// <summary>The file name at a density: <c>icon.png</c>, <c>icon@2x.png</c>.</summary>
    public string FileName(int density) =>
        density == 1 ? $"{Name}.png" : string.Create(CultureInfo.InvariantCulture, $"{Name}@{density}x.png");
}

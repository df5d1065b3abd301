using System.Security.Cryptography;
using Portal.Data.Designs;
using SkiaSharp;

namespace Portal.Designs;

/// <summary>Makes the files of a slot from one picture: new PNGs in each density, with nothing of the old file but its pixels.</summary>
internal static class SlotImages
{
    /// <summary>The files by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, ImageContent>> Make(ImageSlot slot, SKImage picture) =>
        [.. ImageSlot.Densities.Select(density => KeyValuePair.Create(slot.FileName(density), Make(slot, picture, density)))];

    /// <summary>A finished picture as it is stored.</summary>
    public static ImageContent Encode(SKImage picture)
    {
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        var bytes = png.ToArray();
        return new ImageContent
        {
            Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Bytes = bytes,
            Width = picture.Width,
            Height = picture.Height,
        };
    }

    private static ImageContent Make(ImageSlot slot, SKImage picture, int density)
    {
        var box = new SKSize(slot.Width * density, slot.Height * density);
        var scale = slot.Fills
            ? Math.Max(box.Width / picture.Width, box.Height / picture.Height)
            : Math.Min(box.Width / picture.Width, box.Height / picture.Height);
        var drawn = new SKSize(picture.Width * scale, picture.Height * scale);
        var size = slot.Fills
            ? new SKSizeI((int)box.Width, (int)box.Height)
            : new SKSizeI(Math.Max(1, (int)MathF.Round(drawn.Width)), Math.Max(1, (int)MathF.Round(drawn.Height)));
        using var srgb = SKColorSpace.CreateSrgb();
        using var surface = SKSurface.Create(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, srgb));
        var place = SKRect.Create((size.Width - drawn.Width) / 2, (size.Height - drawn.Height) / 2, drawn.Width, drawn.Height);
        // Mipmaps: a large photograph made small would shimmer without.
        surface.Canvas.DrawImage(picture, place, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var result = surface.Snapshot();
        return Encode(result);
    }
}

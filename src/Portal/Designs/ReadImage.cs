using SkiaSharp;

namespace Portal.Designs;

/// <summary>Decodes an image somebody uploaded, trusting nothing in it.</summary>
internal static class ReadImage
{
    /// <summary>The largest file taken, in bytes.</summary>
    public const int LargestFile = 10 << 20;

    private const long LargestPixels = 16_000_000;
    private const string Formats = "Use a PNG, JPEG, WebP, GIF or BMP picture.";

    private static readonly SKEncodedImageFormat[] Accepted =
        [SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Webp, SKEncodedImageFormat.Gif, SKEncodedImageFormat.Bmp];

    /// <summary>The first frame, upright, in sRGB; or why there is none. Its size is judged from the header, before any pixel is decoded.</summary>
    public static (SKImage? Image, string? Problem) Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > LargestFile)
            return (null, $"The picture is larger than {LargestFile >> 20} MB.");
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || !Accepted.Contains(codec.EncodedFormat))
            return (null, $"This is no picture we can read. {Formats}");
        if (codec.Info.Width <= 0 || codec.Info.Height <= 0 || (long)codec.Info.Width * codec.Info.Height > LargestPixels)
            return (null, "The picture has more than 16 million pixels. Make it smaller first.");
        using var srgb = SKColorSpace.CreateSrgb();
        using var bitmap = new SKBitmap();
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, srgb);
        if (!bitmap.TryAllocPixels(info))
            return (null, "The picture is too large to be read now. Try again, or make it smaller.");
        // SKBitmap.Decode gives a half-grey picture for a file that was cut off: only a complete one counts.
        return codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success
            ? (Upright(bitmap, codec.EncodedOrigin), null)
            : (null, "The picture is damaged or incomplete. Save it again and try once more.");
    }

    private static SKImage Upright(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default)
            return SKImage.FromBitmap(bitmap);
        using var asStored = SKImage.FromBitmap(bitmap);
        var (width, height) = (bitmap.Width, bitmap.Height);
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        using var surface = SKSurface.Create(bitmap.Info.WithSize(turned ? height : width, turned ? width : height));
        surface.Canvas.SetMatrix(Matrix(origin, width, height));
        surface.Canvas.DrawImage(asStored, 0, 0, SKSamplingOptions.Default);
        return surface.Snapshot();
    }

    // EXIF 2.32, tag 0x0112: where row 0 and column 0 of the stored picture belong.
    private static SKMatrix Matrix(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}

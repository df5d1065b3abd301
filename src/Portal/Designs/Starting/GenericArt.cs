using SkiaSharp;

namespace Portal.Designs.Starting;

/// <summary>A compass, and the lines of a map.</summary>
internal static class GenericArt
{
    private static readonly SKColor Ink = new(32, 36, 44);
    private static readonly SKColor Copper = new(186, 112, 52);

    public static Drawing Logo { get; } = new("logo", 50, 50, canvas => Compass(canvas, 50, Ink));

    public static Drawing Icon { get; } = new("icon", 38, 38, canvas =>
    {
        canvas.Clear(Ink);
        canvas.Translate(4, 4);
        Compass(canvas, 30, new SKColor(246, 242, 234));
    });

    public static Drawing Thumbnail { get; } = new("thumbnail", 90, 90, canvas =>
    {
        Art.Gradient(canvas, SKRect.Create(90, 90), new SKPoint(0, 0), new SKPoint(90, 90), new SKColor(232, 206, 164), new SKColor(176, 116, 66));
        for (var line = 0; line < 11; line++)
            Contour(canvas, 8 + line * 7.5f, new SKColor(255, 248, 234, (byte)(70 + line * 11)));
        Art.Circle(canvas, 34, 40, 4, new SKColor(32, 36, 44));
        Art.Ring(canvas, 34, 40, 8, new SKColor(32, 36, 44), 1.6f);
    });

    private static void Contour(SKCanvas canvas, float radius, SKColor color)
    {
        using var builder = new SKPathBuilder();
        for (var step = 0; step <= 72; step++)
        {
            var angle = step * MathF.PI / 36;
            var wave = radius * (1 + 0.13f * MathF.Sin(3 * angle + radius / 13) + 0.07f * MathF.Cos(2 * angle));
            var point = new SKPoint(34 + wave * MathF.Cos(angle), 40 + wave * MathF.Sin(angle));
            if (step == 0)
                builder.MoveTo(point);
            else
                builder.LineTo(point);
        }

        using var contour = builder.Detach();
        Art.Line(canvas, contour, color, 1.2f);
    }

    private static void Compass(SKCanvas canvas, float size, SKColor color)
    {
        canvas.Scale(size / 50);
        Art.Ring(canvas, 25, 25, 20, color, 2.4f);
        using var needle = Art.Polygon((25, 8), (30, 25), (25, 42), (20, 25));
        using var north = Art.Polygon((25, 8), (30, 25), (20, 25));
        canvas.RotateDegrees(32, 25, 25);
        Art.Fill(canvas, needle, color);
        Art.Fill(canvas, north, Copper);
    }
}

using SkiaSharp;

namespace Portal.Designs.Starting;

/// <summary>A sun that comes up over a market.</summary>
internal static class CouponArt
{
    private static readonly SKColor White = new(255, 255, 255);
    private static readonly SKColor Gold = new(255, 200, 112);

    public static Drawing Logo { get; } = new("logo", 50, 50, canvas => Sun(canvas, 50));

    public static Drawing Icon { get; } = new("icon", 38, 38, canvas =>
    {
        Art.Gradient(canvas, SKRect.Create(38, 38), new SKPoint(0, 0), new SKPoint(0, 38), new SKColor(205, 70, 42), new SKColor(160, 38, 30));
        canvas.Translate(4, 3);
        Sun(canvas, 30);
    });

    public static Drawing Strip { get; } = new("strip", 375, 144, canvas =>
    {
        Art.Gradient(canvas, SKRect.Create(375, 144), new SKPoint(0, 0), new SKPoint(375, 60), new SKColor(140, 28, 34), new SKColor(214, 84, 40));
        var center = new SKPoint(322, 150);
        for (var ray = 0; ray < 15; ray++)
            Ray(canvas, center, 176 + ray * 13, 5.2f, new SKColor(255, 190, 110, (byte)(ray % 2 == 0 ? 46 : 26)));
        Art.Glow(canvas, center, 150, new SKColor(255, 206, 120, 150));
        Art.Circle(canvas, center.X, center.Y, 66, new SKColor(255, 214, 140, 235));
        Art.Ring(canvas, center.X, center.Y, 84, new SKColor(255, 226, 180, 130), 3);
        Art.Ring(canvas, center.X, center.Y, 104, new SKColor(255, 226, 180, 80), 2);
    });

    private static void Ray(SKCanvas canvas, SKPoint center, float degrees, float half, SKColor color)
    {
        const float Far = 460;
        var (sin1, cos1) = MathF.SinCos((degrees - half) * MathF.PI / 180);
        var (sin2, cos2) = MathF.SinCos((degrees + half) * MathF.PI / 180);
        using var ray = Art.Polygon(
            (center.X, center.Y), (center.X + cos1 * Far, center.Y + sin1 * Far), (center.X + cos2 * Far, center.Y + sin2 * Far));
        Art.Fill(canvas, ray, color);
    }

    private static void Sun(SKCanvas canvas, float size)
    {
        canvas.Scale(size / 50);
        using var builder = new SKPathBuilder();
        builder.ArcTo(SKRect.Create(12, 20, 26, 26), 180, 180, true);
        builder.Close();
        using var disc = builder.Detach();
        Art.Fill(canvas, disc, Gold);
        Art.Bar(canvas, SKRect.Create(5, 36, 40, 4), White);
        for (var ray = 0; ray < 5; ray++)
        {
            canvas.Save();
            canvas.RotateDegrees(-60 + ray * 30, 25, 33);
            Art.Bar(canvas, SKRect.Create(23.25f, 5, 3.5f, 10), White);
            canvas.Restore();
        }
    }
}

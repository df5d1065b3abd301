using SkiaSharp;

namespace Portal.Designs.Starting;

/// <summary>Stage light, sound and a record.</summary>
internal static class EventTicketArt
{
    private static readonly SKColor White = new(255, 255, 255);
    private static readonly SKColor Pink = new(255, 134, 184);

    public static Drawing Logo { get; } = new("logo", 50, 50, canvas => Sound(canvas, 50));

    public static Drawing Icon { get; } = new("icon", 38, 38, canvas =>
    {
        Art.Gradient(canvas, SKRect.Create(38, 38), new SKPoint(0, 0), new SKPoint(38, 38), new SKColor(98, 42, 160), new SKColor(40, 18, 74));
        canvas.Translate(4, 4);
        Sound(canvas, 30);
    });

    public static Drawing Background { get; } = new("background", 345, 505, canvas =>
    {
        Art.Gradient(canvas, SKRect.Create(345, 505), new SKPoint(0, 0), new SKPoint(120, 505), new SKColor(74, 30, 122), new SKColor(20, 12, 44));
        Beam(canvas, (40, -30), (-60, 520), (90, 520), new SKColor(255, 120, 190, 60));
        Beam(canvas, (300, -30), (250, 520), (420, 520), new SKColor(120, 170, 255, 60));
        Beam(canvas, (172, -40), (120, 520), (240, 520), new SKColor(255, 220, 150, 38));
        Art.Glow(canvas, new SKPoint(290, 90), 170, new SKColor(255, 110, 180, 90));
        Art.Glow(canvas, new SKPoint(40, 400), 200, new SKColor(90, 120, 255, 90));
    });

    public static Drawing Thumbnail { get; } = new("thumbnail", 90, 90, canvas =>
    {
        Art.Gradient(canvas, SKRect.Create(90, 90), new SKPoint(0, 0), new SKPoint(90, 90), new SKColor(255, 150, 120), new SKColor(150, 60, 200));
        Art.Circle(canvas, 45, 45, 36, new SKColor(24, 14, 44));
        for (var groove = 0; groove < 6; groove++)
            Art.Ring(canvas, 45, 45, 33 - groove * 3, new SKColor(255, 255, 255, 34), 0.8f);
        Art.Circle(canvas, 45, 45, 13, new SKColor(255, 196, 120));
        Art.Circle(canvas, 45, 45, 2.4f, new SKColor(24, 14, 44));
        Beam(canvas, (45, 45), (66, 10), (78, 22), new SKColor(255, 255, 255, 38));
    });

    private static void Beam(SKCanvas canvas, (float X, float Y) lamp, (float X, float Y) left, (float X, float Y) right, SKColor color)
    {
        using var beam = Art.Polygon(lamp, left, right);
        Art.Fill(canvas, beam, color);
    }

    private static void Sound(SKCanvas canvas, float size)
    {
        canvas.Scale(size / 50);
        ReadOnlySpan<float> heights = [14, 28, 42, 22, 34, 16];
        for (var bar = 0; bar < heights.Length; bar++)
            Art.Bar(canvas, SKRect.Create(4 + bar * 7.4f, 25 - heights[bar] / 2, 4.6f, heights[bar]), bar % 2 == 0 ? White : Pink);
    }
}

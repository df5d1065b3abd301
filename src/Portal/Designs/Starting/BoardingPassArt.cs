using SkiaSharp;

namespace Portal.Designs.Starting;

/// <summary>A folded paper plane under northern light.</summary>
internal static class BoardingPassArt
{
    private static readonly SKColor Snow = new(255, 255, 255);
    private static readonly SKColor Shade = new(148, 190, 236);
    private static readonly SKColor Fold = new(88, 138, 200);

    public static Drawing Logo { get; } = new("logo", 50, 50, canvas => Plane(canvas, 50));

    public static Drawing Icon { get; } = new("icon", 38, 38, canvas =>
    {
        Art.Gradient(canvas, SKRect.Create(38, 38), new SKPoint(0, 0), new SKPoint(38, 38), new SKColor(30, 66, 122), new SKColor(12, 26, 52));
        canvas.Translate(4, 4);
        Plane(canvas, 30);
    });

    private static void Plane(SKCanvas canvas, float size)
    {
        canvas.Scale(size / 50);
        using var wing = Art.Polygon((4, 25), (46, 6), (22, 30));
        using var belly = Art.Polygon((46, 6), (35, 42), (22, 30));
        using var keel = Art.Polygon((22, 30), (20, 44), (28, 35.5f));
        Art.Fill(canvas, keel, Fold);
        Art.Fill(canvas, wing, Snow);
        Art.Fill(canvas, belly, Shade);
    }
}

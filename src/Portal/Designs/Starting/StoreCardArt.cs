using SkiaSharp;

namespace Portal.Designs.Starting;

/// <summary>Leaves in the colours of a pine wood.</summary>
internal static class StoreCardArt
{
    private static readonly SKColor Cream = new(255, 250, 240);
    private static readonly SKColor Mint = new(177, 214, 191);

    public static Drawing Logo { get; } = new("logo", 50, 50, canvas => Sprig(canvas, 50));

    public static Drawing Icon { get; } = new("icon", 38, 38, canvas =>
    {
        canvas.Clear(new SKColor(24, 62, 51));
        canvas.Translate(4, 4);
        Sprig(canvas, 30);
    });

    public static Drawing Strip { get; } = new("strip", 375, 144, canvas =>
    {
        Art.Gradient(canvas, SKRect.Create(375, 144), new SKPoint(0, 0), new SKPoint(375, 144), new SKColor(18, 52, 43), new SKColor(48, 104, 82));
        Branch(canvas, new SKPoint(392, 150), 150, 218, new SKColor(96, 158, 124, 130));
        Branch(canvas, new SKPoint(300, 168), 130, 250, new SKColor(140, 192, 158, 90));
        Branch(canvas, new SKPoint(395, 40), 120, 190, new SKColor(214, 232, 205, 80));
        for (var berry = 0; berry < 7; berry++)
            Art.Circle(canvas, 232 + berry * 23 % 120, 26 + berry * 37 % 92, 2.5f + berry % 3, new SKColor(238, 196, 128, 170));
    });

    private static void Sprig(SKCanvas canvas, float size)
    {
        canvas.Scale(size / 50);
        using var left = Art.Leaf(new SKPoint(25, 46), new SKPoint(8, 14), 0.34f);
        using var right = Art.Leaf(new SKPoint(25, 46), new SKPoint(42, 14), 0.34f);
        using var middle = Art.Leaf(new SKPoint(25, 46), new SKPoint(25, 3), 0.26f);
        Art.Fill(canvas, left, Mint);
        Art.Fill(canvas, right, Mint);
        Art.Fill(canvas, middle, Cream);
    }

    private static void Branch(SKCanvas canvas, SKPoint root, float length, float degrees, SKColor color)
    {
        var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
        using var builder = new SKPathBuilder();
        builder.MoveTo(root);
        builder.LineTo(root.X + cos * length, root.Y + sin * length);
        using var stem = builder.Detach();
        Art.Line(canvas, stem, color, 2);
        for (var node = 1; node <= 6; node++)
        {
            var at = new SKPoint(root.X + cos * length * node / 6.4f, root.Y + sin * length * node / 6.4f);
            foreach (var side in (ReadOnlySpan<float>)[-48, 48])
            {
                var (up, over) = MathF.SinCos((degrees + side) * MathF.PI / 180);
                var reach = length * (0.46f - node * 0.04f);
                using var leaf = Art.Leaf(at, new SKPoint(at.X + over * reach, at.Y + up * reach), 0.2f);
                Art.Fill(canvas, leaf, color);
            }
        }
    }
}

using SkiaSharp;

namespace Portal.Designs.Starting;

/// <summary>Strokes the drawings share. No text is ever drawn: fonts differ from machine to machine.</summary>
internal static class Art
{
    public static void Fill(SKCanvas canvas, SKPath path, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }

    public static void Line(SKCanvas canvas, SKPath path, SKColor color, float width)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true, IsStroke = true, StrokeWidth = width, StrokeCap = SKStrokeCap.Round };
        canvas.DrawPath(path, paint);
    }

    public static void Circle(SKCanvas canvas, float x, float y, float radius, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawCircle(x, y, radius, paint);
    }

    public static void Ring(SKCanvas canvas, float x, float y, float radius, SKColor color, float width)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true, IsStroke = true, StrokeWidth = width };
        canvas.DrawCircle(x, y, radius, paint);
    }

    public static void Bar(SKCanvas canvas, SKRect bar, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawRoundRect(bar, bar.Width / 2, bar.Width / 2, paint);
    }

    public static void Gradient(SKCanvas canvas, SKRect area, SKPoint from, SKPoint to, params SKColor[] colors)
    {
        using var shader = SKShader.CreateLinearGradient(from, to, colors, SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        canvas.DrawRect(area, paint);
    }

    public static void Glow(SKCanvas canvas, SKPoint center, float radius, SKColor color)
    {
        using var shader = SKShader.CreateRadialGradient(center, radius, [color, color.WithAlpha(0)], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, IsAntialias = true };
        canvas.DrawCircle(center, radius, paint);
    }

    public static SKPath Polygon(params ReadOnlySpan<(float X, float Y)> points)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(points[0].X, points[0].Y);
        foreach (var (x, y) in points[1..])
            builder.LineTo(x, y);
        builder.Close();
        return builder.Detach();
    }

    /// <summary>A leaf from its stem to its tip.</summary>
    public static SKPath Leaf(SKPoint stem, SKPoint tip, float fullness)
    {
        var along = tip - stem;
        var across = new SKPoint(-along.Y * fullness, along.X * fullness);
        var middle = new SKPoint(stem.X + along.X * 0.45f, stem.Y + along.Y * 0.45f);
        using var builder = new SKPathBuilder();
        builder.MoveTo(stem);
        builder.QuadTo(middle + across, tip);
        builder.QuadTo(middle - across, stem);
        builder.Close();
        return builder.Detach();
    }
}

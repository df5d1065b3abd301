using System.Collections.Immutable;
using Portal.Data.Designs;
using SkiaSharp;

namespace Portal.Designs.Starting;

/// <summary>A finished design to begin from, with the images it names.</summary>
/// <param name="Key">Its name in addresses: <c>boarding-pass</c>.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Summary">What it is good for, a sentence.</param>
/// <param name="Document">The design.</param>
/// <param name="Images">The content of every image the document names.</param>
public sealed record StartingDesign(string Key, string Title, string Summary, DesignDocument Document, IReadOnlyList<ImageContent> Images)
{
    /// <summary>A starting design whose images are drawn, in all densities, by <paramref name="art"/>.</summary>
    internal static StartingDesign Drawn(string key, string title, string summary, DesignDocument document, params IReadOnlyList<Drawing> art)
    {
        var files = art.SelectMany(drawing => ImageSlot.Densities.Select(density => drawing.Render(density))).ToList();
        return new StartingDesign(
            key,
            title,
            summary,
            document with { Images = files.ToImmutableSortedDictionary(file => file.Name, file => file.Content.Hash, StringComparer.Ordinal) },
            [.. files.Select(file => file.Content)]);
    }
}

/// <summary>A picture of our own: vectors on a canvas measured in points.</summary>
internal sealed record Drawing(string Slot, int Width, int Height, Action<SKCanvas> Draw)
{
    /// <summary>The PNG of a density; the same bytes every time.</summary>
    public (string Name, ImageContent Content) Render(int density)
    {
        using var srgb = SKColorSpace.CreateSrgb();
        using var surface = SKSurface.Create(
            new SKImageInfo(Width * density, Height * density, SKColorType.Rgba8888, SKAlphaType.Premul, srgb));
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Scale(density);
        Draw(surface.Canvas);
        using var picture = surface.Snapshot();
        return (new ImageSlot(Slot, Slot, Width, Height, Fills: true).FileName(density), SlotImages.Encode(picture));
    }
}

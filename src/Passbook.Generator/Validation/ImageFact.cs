using System.Buffers.Binary;

namespace Passbook.Generator;

/// <summary>An image whose box is known.</summary>
/// <param name="File">Its name.</param>
/// <param name="Name">The parts of its name.</param>
/// <param name="Box">Its box.</param>
/// <param name="Problems">What is wrong with it on a pass that shows it.</param>
internal sealed record ImageFact(string File, ImageName Name, ImageBox Box, PassProblem[] Problems)
{
    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Looks at all images; what is wrong on any pass is told at once.</summary>
    public static ImageFact[] Read(PassAssets assets, ProblemList problems)
    {
        var facts = new List<ImageFact>();
        foreach (var file in assets.Files)
        {
            if (ImageName.Parse(file.Name) is not { } name || ImageBox.Find(name.Image) is not { } box)
                continue;
            if (PixelsOf(file.Content.Span) is { } pixels)
                facts.Add(new ImageFact(file.Name, name, box, [.. ProblemsOf(assets, file.Name, name, box, pixels)]));
            else
                problems.Warning(file.Name, PassProblemCode.ImageNotPng, $"'{file.Name}' is no PNG image: save it as PNG.");
            if (name.IsLocalized && assets.TryGet(file.Name[name.Folder.Length..], out _))
                problems.Warning(file.Name, PassProblemCode.ImageAlsoAtRoot, $"'{file.Name}' is never shown, because Wallet prefers the image of the same name that is for all languages: remove that one.");
        }

        return [.. facts];
    }

    private static IEnumerable<PassProblem> ProblemsOf(PassAssets assets, string file, ImageName name, ImageBox box, (long Width, long Height) pixels)
    {
        if (box.SizeProblem(name, file, pixels.Width, pixels.Height) is { } sentence)
            yield return new PassProblem(file, PassProblemCode.ImageSize, ProblemSeverity.Warning, sentence);
        else if (name is { Density: 1, Image: not "icon" } && !assets.TryGet(name.At(2), out _) && !assets.TryGet(name.At(3), out _))
            yield return new PassProblem(file, PassProblemCode.ImageDensityMissing, ProblemSeverity.Warning, $"'{file}' looks blurred on every phone: add it in twice and three times the size as {name.Image}@2x.png and {name.Image}@3x.png.");
    }

    private static (long Width, long Height)? PixelsOf(ReadOnlySpan<byte> image) =>
        image.Length >= 24 && image.StartsWith(PngStart)
            ? (BinaryPrimitives.ReadUInt32BigEndian(image[16..]), BinaryPrimitives.ReadUInt32BigEndian(image[20..]))
            : null;
}

using System.Buffers.Binary;

namespace Passbook.Generator;

/// <summary>Rules about images.</summary>
internal static class ImageRules
{
    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static void Check(Pass pass, PassAssets assets, ProblemList problems)
    {
        CheckIcon(assets, problems);
        foreach (var file in assets.Files)
        {
            if (ImageName.Parse(file.Name) is not { } name)
                continue;
            if (PixelsOf(file.Content.Span) is not { } pixels)
                problems.Warning(file.Name, PassProblemCode.ImageNotPng, $"'{file.Name}' is no PNG image.");
            else if (ImageBox.Find(name.Image) is { } box)
                CheckBox(file.Name, name, box, pixels, pass.Style, problems);
            if (name.Folder.Length > 0 && assets.TryGet(file.Name[name.Folder.Length..], out _))
                problems.Warning(file.Name, PassProblemCode.ImageAlsoAtRoot, $"'{file.Name}' is never shown: Wallet prefers the image of the same name at the root.");
        }
    }

    private static void CheckIcon(PassAssets assets, ProblemList problems)
    {
        var densities = assets.Files.Select(file => ImageName.Parse(file.Name)).Where(name => name?.Image == "icon").Select(name => name?.Density).ToHashSet();
        if (densities.Count == 0)
        {
            problems.Error("icon.png", PassProblemCode.IconMissing, "The pass has no icon; Wallet refuses it.");
            return;
        }

        foreach (var density in (ReadOnlySpan<int>)[2, 3])
        {
            if (!densities.Contains(density))
                problems.Warning($"icon@{density}x.png", PassProblemCode.IconDensityMissing, $"There is no icon@{density}x.png: the icon looks blurred on many phones.");
        }
    }

    private static void CheckBox(string file, ImageName name, ImageBox box, (long Width, long Height) pixels, PassStyle style, ProblemList problems)
    {
        if (!box.IsShownBy(style))
            problems.Warning(file, PassProblemCode.ImageNotShown, $"This style of pass does not show '{file}'.");
        else if (pixels.Width > box.MaxWidth * name.Density || pixels.Height > box.MaxHeight * name.Density)
            problems.Warning(file, PassProblemCode.ImageSize, $"'{file}' has {pixels.Width} x {pixels.Height} pixels; more than {box.MaxWidth * name.Density} x {box.MaxHeight * name.Density} are scaled down or cut off.");
        else if (pixels.Width < box.MinWidth * name.Density || pixels.Height < box.MinHeight * name.Density)
            problems.Warning(file, PassProblemCode.ImageSize, $"'{file}' has only {pixels.Width} x {pixels.Height} pixels; fewer than {box.MinWidth * name.Density} x {box.MinHeight * name.Density} look blurred.");
    }

    private static (long Width, long Height)? PixelsOf(ReadOnlySpan<byte> image) =>
        image.Length >= 24 && image.StartsWith(PngStart)
            ? (BinaryPrimitives.ReadUInt32BigEndian(image[16..]), BinaryPrimitives.ReadUInt32BigEndian(image[20..]))
            : null;
}

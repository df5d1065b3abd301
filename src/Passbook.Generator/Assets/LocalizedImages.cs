namespace Passbook.Generator;

/// <summary>Keeps images that a language has of its own away from the root, where Wallet would prefer them in every language.</summary>
internal static class LocalizedImages
{
    private static readonly string[] Extensions = [".png", ".pdf", ".jpg", ".jpeg"];

    /// <summary>Takes such images from the root to the languages that lack them.</summary>
    /// <remarks>An image means all its densities: of two that are mixed, a phone would show one or the other.</remarks>
    public static IEnumerable<PassAsset> LeaveRoot(IReadOnlyList<PassAsset> files)
    {
        var languages = files.Select(file => Language(file.Name)).Where(language => language.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var localized = files.Where(file => Language(file.Name).Length > 0 && Image(file.Name) is not null)
            .Select(file => (Language(file.Name), Image(file.Name))).ToHashSet();
        foreach (var file in files)
        {
            if (Language(file.Name).Length > 0 || Image(file.Name) is not { } image || !languages.Any(language => localized.Contains((language, image))))
            {
                yield return file;
                continue;
            }

            foreach (var language in languages.Where(language => !localized.Contains((language, image))))
                yield return file with { Name = language + file.Name };
        }
    }

    /// <summary>The folder with its slash; empty at the root.</summary>
    private static string Language(string name) => name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)];

    /// <summary>The image a file is a density of, such as <c>logo</c>; null for other files.</summary>
    private static string? Image(string path)
    {
        var name = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var extension = Path.GetExtension(name);
        if (!Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
            return null;
        var image = name[..^extension.Length];
        return image.EndsWith("@2x", StringComparison.Ordinal) || image.EndsWith("@3x", StringComparison.Ordinal) ? image[..^3] : image;
    }
}

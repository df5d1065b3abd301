namespace Passbook.Generator;

/// <summary>Keeps images that a language has of its own away from the root, where Wallet would prefer them in every language.</summary>
internal static class LocalizedImages
{
    private static readonly string[] Extensions = [".png", ".pdf", ".jpg", ".jpeg"];

    /// <summary>Takes such images from the root to the languages that lack them.</summary>
    /// <remarks>
    /// An image is meant in one density, as Wallet looks for it: <c>icon@3x.png</c> stays where no language has it, so that nothing is
    /// lost of an image that a language has in another density only.
    /// </remarks>
    public static IEnumerable<PassAsset> LeaveRoot(IReadOnlyList<PassAsset> files)
    {
        var languages = files.Select(file => Language(file.Name)).Where(language => language.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var localized = files.Where(file => Language(file.Name).Length > 0 && IsImage(file.Name)).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (Language(file.Name).Length > 0 || !languages.Any(language => localized.Contains(language + file.Name)))
            {
                yield return file;
                continue;
            }

            foreach (var language in languages.Where(language => !localized.Contains(language + file.Name)))
                yield return file with { Name = language + file.Name };
        }
    }

    /// <summary>The folder with its slash; empty at the root.</summary>
    private static string Language(string name) => name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)];

    private static bool IsImage(string name) => Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}

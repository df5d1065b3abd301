namespace Passbook.Generator;

/// <summary>Rules about which files there are.</summary>
internal static class FileRules
{
    public static void Check(PassAssets assets, ProblemList problems)
    {
        CheckIcon(assets, problems);
        CheckLanguages(assets, problems);
        foreach (var file in assets.Files)
        {
            if (!IsKnown(file.Name))
                problems.Warning(file.Name, PassProblemCode.FileUnknown, $"Wallet has no use for '{file.Name}': remove it, or give it the exact name of an image, such as logo@2x.png.");
        }
    }

    private static void CheckIcon(PassAssets assets, ProblemList problems)
    {
        var icons = assets.Files.Select(file => ImageName.Parse(file.Name)).OfType<ImageName>().Where(name => name.Image == "icon").ToArray();
        if (icons.Length == 0)
        {
            problems.Error("icon.png", PassProblemCode.IconMissing, "The pass has no icon, without which Wallet refuses it: add icon.png, icon@2x.png and icon@3x.png.");
            return;
        }

        var isEverywhere = Array.Exists(icons, name => !name.IsLocalized);
        if (!isEverywhere)
            problems.Warning("icon.png", PassProblemCode.IconMissing, "Phones in other languages than those of the pass show no icon: add icon.png, icon@2x.png and icon@3x.png for all languages, not in a language's folder.");
        // What a language has of its own is of no use to the others.
        var densities = icons.Where(name => name.IsLocalized != isEverywhere).Select(name => name.Density).ToHashSet();
        foreach (var density in (ReadOnlySpan<int>)[2, 3])
        {
            if (!densities.Contains(density))
                problems.Warning($"icon@{density}x.png", PassProblemCode.IconDensityMissing, $"The icon looks blurred on many phones: add icon@{density}x.png, with {density * 38} x {density * 38} pixels.");
        }
    }

    private static void CheckLanguages(PassAssets assets, ProblemList problems)
    {
        foreach (var folder in assets.Files.Select(file => AssetName.FolderOf(file.Name)).Where(AssetName.IsLanguage).Distinct(StringComparer.Ordinal))
        {
            var language = folder[..^AssetName.LanguageEnd.Length];
            var correct = LanguageName.Correct(language);
            if (correct is null)
                problems.Warning(folder, PassProblemCode.LanguageUnknown, $"No phone looks into '{folder}', which is no language's folder: name it like fi.lproj, pt-BR.lproj or zh-Hans.lproj.");
            else if (correct != language)
                problems.Warning(folder, PassProblemCode.LanguageUnknown, $"Phones may not find '{folder}', because Apple writes this language '{correct}': rename the folder to {correct}.lproj.");
        }
    }

    private static bool IsKnown(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (name == PassStrings.FileName)
            return name.Length < path.Length;
        if (name == PersonalizationFacts.FileName)
            return name.Length == path.Length;
        // Apple's own builder takes drawings too.
        var image = name.EndsWith(".pdf", StringComparison.Ordinal) ? name[..^4] : ImageName.Parse(name)?.Image;
        return image is not null && ImageBox.Find(image) is not null;
    }
}

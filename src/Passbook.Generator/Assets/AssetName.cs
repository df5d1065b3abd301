namespace Passbook.Generator;

/// <summary>Which names a file of a pass may have.</summary>
internal static class AssetName
{
    /// <summary>The most letters a name may have.</summary>
    public const int MaxLength = 200;

    /// <summary>The end of the name of a language's folder.</summary>
    public const string LanguageEnd = ".lproj";

    /// <summary>Stands for a letter that no name has.</summary>
    public const char Replacement = '\uFFFD';

    /// <summary>What is wrong with a name, as a sentence; null when nothing is.</summary>
    public static string? Problem(string name)
    {
        if (IsUnsafe(name))
            return $"'{name}' is not a path inside a pass.";
        var folder = name.IndexOf('/', StringComparison.Ordinal);
        if (folder >= 0 && (name.LastIndexOf('/') != folder || !IsLanguage(name[..folder])))
            return $"'{name}' is in a folder that is not a language's, such as fi.lproj.";
        if (PassFile.OfEveryPackage.Contains(name, StringComparer.OrdinalIgnoreCase))
            return $"'{name}' is written by the package itself.";
        return null;
    }

    /// <summary>What to say of two files whose names are one name on many systems.</summary>
    /// <param name="name">The name of one.</param>
    /// <param name="other">The name of the other.</param>
    public static string Duplicate(string name, string other) => name == other
        ? $"'{name}' is there twice: remove one of the two files."
        : $"'{other}' and '{name}' are one name to many systems, which take capitals and small letters for the same: rename one of these files, or remove it.";

    /// <summary>True for the name of a language's folder.</summary>
    public static bool IsLanguage(string folder) => folder.EndsWith(LanguageEnd, StringComparison.Ordinal);

    /// <summary>The folder a file is in; empty at the root.</summary>
    public static string FolderOf(string name) => name[..Math.Max(0, name.IndexOf('/', StringComparison.Ordinal))];

    /// <summary>True for names that could lead out of the folder they are unpacked to, or that are no file's.</summary>
    public static bool IsUnsafe(string name) =>
        name.Length is 0 or > MaxLength
        || name.AsSpan().ContainsAny('\\', ':', Replacement)
        || name.Any(char.IsControl)
        // Windows drops dots and blanks at the end of a name, and makes ".." of ".. ".
        || name.Split('/').Any(part => part.AsSpan().TrimEnd(". ").IsEmpty);
}

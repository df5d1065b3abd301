namespace Passbook.Generator;

/// <summary>Which names a file of a pass may have.</summary>
internal static class AssetName
{
    private static readonly string[] OfThePackage = [PassFile.Pass, PassFile.Manifest, PassFile.Signature];

    /// <summary>What is wrong with a name, as a sentence; null when nothing is.</summary>
    public static string? Problem(string name)
    {
        if (IsUnsafe(name))
            return $"'{name}' is not a path inside a pass.";
        var folder = name.IndexOf('/', StringComparison.Ordinal);
        if (folder >= 0 && (name.LastIndexOf('/') != folder || !name.AsSpan(0, folder).EndsWith(".lproj", StringComparison.Ordinal)))
            return $"'{name}' is in a folder that is not a language's, such as fi.lproj.";
        if (OfThePackage.Contains(name, StringComparer.OrdinalIgnoreCase))
            return $"'{name}' is written by the package itself.";
        return null;
    }

    /// <summary>True for names that could lead out of the folder they are unpacked to, or that are no file's.</summary>
    public static bool IsUnsafe(string name) =>
        name.Length is 0 or > 200
        || name.AsSpan().ContainsAny('\\', ':', '\0')
        || name.Split('/').Any(part => part is "" or "." or "..");
}

/// <summary>The files every package has.</summary>
internal static class PassFile
{
    public const string Pass = "pass.json";
    public const string Manifest = "manifest.json";
    public const string Signature = "signature";
}

namespace Passbook.Generator;

/// <summary>The files every package has.</summary>
internal static class PassFile
{
    public const string Pass = "pass.json";
    public const string Manifest = "manifest.json";
    public const string Signature = "signature";

    public static readonly string[] OfEveryPackage = [Pass, Manifest, Signature];

    /// <summary>True for what a Mac adds to folders and archives: <c>.DS_Store</c>, <c>__MACOSX/._icon.png</c>.</summary>
    public static bool IsHidden(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.Ordinal) || path[(path.LastIndexOf('/') + 1)..].StartsWith('.');

    /// <summary>True for the name of a package, as a bundle has them.</summary>
    public static bool IsPackage(string name) => name.EndsWith(".pkpass", StringComparison.OrdinalIgnoreCase);
}

namespace Passbook.Generator;

/// <summary>The files every package has.</summary>
internal static class PassFile
{
    public const string Pass = "pass.json";
    public const string Manifest = "manifest.json";
    public const string Signature = "signature";

    public static readonly string[] OfEveryPackage = [Pass, Manifest, Signature];

    /// <summary>True for what systems and programs add to folders: <c>.DS_Store</c>, <c>.git/config</c>, <c>__MACOSX/._icon.png</c>, <c>Thumbs.db</c>.</summary>
    public static bool IsOfSystem(string path) =>
        path.Split('/').Any(part => part.StartsWith('.'))
        || path.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || Path.GetFileName(path.AsSpan()) is var name
        && (name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase));

    /// <summary>True for the name of a package, as a bundle has them.</summary>
    public static bool IsPackage(string name) => name.EndsWith(".pkpass", StringComparison.OrdinalIgnoreCase);
}

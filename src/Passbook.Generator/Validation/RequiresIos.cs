namespace Passbook.Generator;

/// <summary>A part of a pass that only newer phones know, and what older ones do instead. It is no problem: the pass works on both.</summary>
/// <remarks>Parts that every phone since iOS 6 knows are not told. Source: Apple's documentation of each key, and of each barcode format.</remarks>
/// <param name="Path">Where: a JSON path into <c>pass.json</c> (<c>$.featuredActions</c>), or the name of an image.</param>
/// <param name="Version">The first version of iOS that knows it, such as 18.1.</param>
/// <param name="Message">What older phones do, a sentence for people: "iPhones before iOS 18 show the classic event ticket."</param>
public sealed record RequiresIos(string Path, Version Version, string Message)
{
    /// <summary>Finds what needs which version. Thread-safe.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="assets">Its images; they are not looked at without.</param>
    /// <returns>The parts, those of the newest version first; empty when every phone shows all of the pass.</returns>
    public static IReadOnlyList<RequiresIos> Find(Pass pass, PassAssets? assets = null)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var parts = new VersionList();
        StyleVersions.Find(pass, parts);
        BarcodeVersions.Find(pass.Barcodes, parts);
        KeyVersions.Find(pass, parts);
        if (assets is not null)
            ImageVersions.Find(StyleRules.LooksOf(pass), AssetFacts.Of(assets).Images, parts);
        return parts.NewestFirst();
    }
}

namespace Passbook.Generator;

/// <summary>The parts of an image's name: <c>fi.lproj/logo@2x.png</c> is the image <c>logo</c> at density 2.</summary>
/// <param name="Folder">The folder with its slash, or empty.</param>
/// <param name="Image">Which image it is.</param>
/// <param name="Density">Pixels a point.</param>
internal readonly record struct ImageName(string Folder, string Image, int Density)
{
    public bool IsLocalized => Folder.Length > 0;

    public static ImageName? Parse(string path)
    {
        if (!path.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            return null;
        var slash = path.LastIndexOf('/') + 1;
        var name = path[slash..^4];
        var density = name.EndsWith("@2x", StringComparison.Ordinal) ? 2 : name.EndsWith("@3x", StringComparison.Ordinal) ? 3 : 1;
        return new ImageName(path[..slash], density == 1 ? name : name[..^3], density);
    }

    public string At(int density) => density == 1 ? $"{Folder}{Image}.png" : $"{Folder}{Image}@{density}x.png";
}

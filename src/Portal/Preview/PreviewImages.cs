using Passbook.Generator;

namespace Portal.Preview;

/// <summary>Where the drawing of a pass finds its images.</summary>
public sealed record PreviewImages
{
    public static readonly PreviewImages None = new();

    public PreviewImage? Icon { get; init; }

    public PreviewImage? Logo { get; init; }

    public PreviewImage? Strip { get; init; }

    public PreviewImage? Thumbnail { get; init; }

    public PreviewImage? Background { get; init; }

    public PreviewImage? Footer { get; init; }

    /// <summary>The images whose address <paramref name="address"/> knows by file name, such as <c>strip@2x.png</c>.</summary>
    public static PreviewImages From(Func<string, string?> address) => new()
    {
        Icon = Find("icon", address),
        Logo = Find("logo", address),
        Strip = Find("strip", address),
        Thumbnail = Find("thumbnail", address),
        Background = Find("background", address),
        Footer = Find("footer", address),
    };

    /// <summary>The images of a package, written into the page itself: for where no address of theirs may be asked.</summary>
    public static PreviewImages Of(PassAssets assets) => From(name =>
        name.Contains("@2x", StringComparison.Ordinal) && assets.TryGet(name, out var file)
            ? $"data:image/png;base64,{Convert.ToBase64String(file.Content.Span)}"
            : null);

    private static PreviewImage? Find(string slot, Func<string, string?> address)
    {
        var densities = new[] { (1, $"{slot}.png"), (2, $"{slot}@2x.png"), (3, $"{slot}@3x.png") }
            .Select(file => (Density: file.Item1, Address: address(file.Item2))).Where(file => file.Address is not null).ToList();
        return densities.Count == 0
            ? null
            : new PreviewImage(densities[0].Address ?? "", string.Join(", ", densities.Select(file => $"{file.Address} {file.Density}x")));
    }
}

/// <summary>An image in the densities there are.</summary>
public sealed record PreviewImage(string Source, string SourceSet);

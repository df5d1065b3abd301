using Passbook.Generator;

namespace Portal.Designs;

/// <summary>Rules for the images of a design.</summary>
internal static class ImageRules
{
    public static IEnumerable<DesignProblem> Find(DesignDocument document, PassAssets assets)
    {
        foreach (var name in document.Images.Keys.Where(name => !assets.TryGet(name, out _)))
            yield return Of(document, name, "The picture is no longer stored. Add it again.");
        var slots = ImageSlot.Of(document.Pass.Style);
        foreach (var name in document.Images.Keys.Where(name => !slots.Any(slot => ImageSlot.Densities.Any(density => slot.FileName(density) == name))))
            yield return Of(document, name, $"A {StyleKey.Title(document.Pass.Style).ToLowerInvariant()} shows no such picture.") with { Severity = ProblemSeverity.Warning };
    }

    private static DesignProblem Of(DesignDocument document, string name, string message) =>
        new(name, PlaceName.Of(document, name), ProblemSeverity.Error, message);
}

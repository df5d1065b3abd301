using Passbook.Generator;

namespace Portal.Designs;

/// <summary>Rules for the images of a design.</summary>
internal static class ImageRules
{
    public static IEnumerable<DesignProblem> Find(DesignDocument document, PassAssets assets)
    {
        foreach (var name in document.Images.Keys.Where(name => !assets.TryGet(name, out _)))
            yield return Of(document, name, "The picture is no longer stored. Add it again.");
    }

    private static DesignProblem Of(DesignDocument document, string name, string message) =>
        new(name, PlaceName.Of(document, name), ProblemSeverity.Error, message);
}

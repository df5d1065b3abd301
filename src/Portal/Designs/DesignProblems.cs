using Passbook.Generator;
using Portal.Passes;

namespace Portal.Designs;

/// <summary>Finds what is wrong with a design before any phone gets it.</summary>
public static class DesignProblems
{
    /// <summary>The problems, errors first.</summary>
    /// <param name="document">The design.</param>
    /// <param name="assets">Its images.</param>
    /// <param name="organizationName">The organisation of its pass type.</param>
    public static IReadOnlyList<DesignProblem> Find(DesignDocument document, PassAssets assets, string organizationName)
    {
        var sample = PassRenderer.Render(document, SampleContext.For(document, organizationName));
        var all = FieldRules.Find(document)
            .Concat(TextRules.Find(document))
            .Concat(ImageRules.Find(document, assets))
            .Concat(PassValidator.Validate(sample, assets).Where(problem => !IsOfTheSample(problem)).Select(problem => FromValidator(document, problem)))
            .DistinctBy(problem => (problem.Path, problem.Message));
        return [.. all.OrderByDescending(problem => problem.Severity)];
    }

    // What only a real pass has: it brings its own identity, and its own day to end.
    private static bool IsOfTheSample(PassProblem problem) => problem.Code is PassProblemCode.PassExpired or PassProblemCode.BarcodeNotEncodable;

    private static DesignProblem FromValidator(DesignDocument document, PassProblem problem) =>
        new(problem.Path, PlaceName.Of(document, problem.Path), problem.Severity, problem.Message);
}

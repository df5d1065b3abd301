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
        var filled = TemplateText.Of(document).Where(text => Placeholders.Split(text.Text).Any(part => part.Kind is TextPartKind.Field))
            .Select(text => text.Path).ToHashSet(StringComparer.Ordinal);
        var all = FieldRules.Find(document)
            .Concat(TextRules.Find(document))
            .Concat(ImageRules.Find(document, assets))
            .Concat(PassValidator.Validate(sample, assets).Where(problem => !IsOfTheSample(problem, filled)).Select(problem => FromValidator(document, problem)))
            .DistinctBy(problem => (problem.Path, problem.Message));
        return [.. all.OrderByDescending(problem => problem.Severity)];
    }

    // What only a real pass has: it brings its own identity, its own day to end, and the values of its fields.
    private static bool IsOfTheSample(PassProblem problem, HashSet<string> filled) => problem.Code switch
    {
        PassProblemCode.PassExpired or PassProblemCode.BarcodeNotEncodable or PassProblemCode.PersonalizationWithoutService => true,
        PassProblemCode.BarcodeMessageInvalid or PassProblemCode.BarcodeMessageTooLong or PassProblemCode.TextLong => filled.Contains(problem.Path),
        _ => false,
    };

    private static DesignProblem FromValidator(DesignDocument document, PassProblem problem) =>
        new(problem.Path, PlaceName.Of(document, problem.Path), problem.Severity, problem.Message);
}

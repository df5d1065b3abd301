using System.Text.RegularExpressions;
using Passbook.Generator;
using Portal.Data.Designs;

namespace Portal.Designs;

/// <summary>Rules for the per-pass fields of a design.</summary>
internal static partial class FieldRules
{
    public static IEnumerable<DesignProblem> Find(DesignDocument document)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < document.Fields.Count; index++)
        {
            var field = document.Fields[index];
            foreach (var message in Find(field))
                yield return Error(document, $"$.fields[{index}]", message);
            if (!seen.Add(field.Id))
                yield return Error(document, $"$.fields[{index}]", $"The id '{field.Id}' is used by two fields.");
        }

        foreach (var problem in Roles(document))
            yield return problem;
    }

    /// <summary>Why a text cannot be the id of a field; null when it can.</summary>
    public static string? CheckId(string id) =>
        !Id().IsMatch(id) ? "An id has lower-case letters, digits and underscores only, at most 50."
        : string.Equals(id, Placeholders.SerialNumber, StringComparison.OrdinalIgnoreCase) ? "'serialnumber' is too much like the built-in serialNumber."
        : null;

    private static IEnumerable<string> Find(DesignField field)
    {
        if (CheckId(field.Id) is { } wrong)
            yield return wrong;
        if (string.IsNullOrWhiteSpace(field.Name))
            yield return "The field needs a name that staff see.";
        if (field.Kind is FieldKind.Choice && field.Choices.Count == 0)
            yield return "A choice needs at least one text to choose.";
        if (field.Kind is FieldKind.Money && (field.Currency is null || !Currency().IsMatch(field.Currency)))
            yield return "An amount needs a currency: three capital letters, such as EUR.";
        if (!string.IsNullOrEmpty(field.Default) && FieldText.Check(field, field.Default) is { } problem)
            yield return $"The default does not fit: {problem}";
    }

    private static IEnumerable<DesignProblem> Roles(DesignDocument document)
    {
        if (document.HolderField is { } holder && document.FindField(holder) is null)
            yield return Error(document, "$.holderField", $"The holder's field '{holder}' is no per-pass field of this design.");
        foreach (var (path, id) in new[] { ("$.relevantDateField", document.RelevantDateField), ("$.expiryField", document.ExpiryField) })
        {
            if (id is not null && document.FindField(id) is not { Kind: FieldKind.Date })
                yield return Error(document, path, $"'{id}' is no per-pass field with a date.");
        }
    }

    private static DesignProblem Error(DesignDocument document, string path, string message) =>
        new(path, PlaceName.Of(document, path), ProblemSeverity.Error, message);

    [GeneratedRegex("^[a-z0-9_]{1,50}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Z]{3}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Currency();
}

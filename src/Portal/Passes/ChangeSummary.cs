using System.Globalization;
using Portal.Data.Activity;
using Portal.Data.Designs;
using Portal.Data.Passes;
using Portal.Designs;

namespace Portal.Passes;

/// <summary>Says in a line what an edit did, for the history: <c>Gate B22 → C14</c>.</summary>
internal static class ChangeSummary
{
    private const int Longest = 400;

    public static string Of(DesignDocument document, PassValues before, PassValues after, ChangeKind kind)
    {
        var parts = document.Fields.Select(field => Describe(field, before, after)).OfType<string>();
        var text = string.Join(", ", kind switch
        {
            ChangeKind.Void => parts.Prepend("Voided"),
            ChangeKind.Restore => parts.Prepend("No longer voided"),
            _ => parts,
        });
        return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 1), "…");
    }

    private static string? Describe(DesignField field, PassValues before, PassValues after)
    {
        var was = before.Fields.GetValueOrDefault(field.Id);
        var now = after.Fields.GetValueOrDefault(field.Id);
        if (string.Equals(was, now, StringComparison.Ordinal))
            return null;

        return $"{field.Name} {Shown(field, was ?? field.Default)} → {(now is null ? OfDesign(field) : Shown(field, now))}";
    }

    // A pass that follows its design changes with it from now on: that is not the same as setting the value it has today.
    private static string OfDesign(DesignField field) =>
        string.IsNullOrEmpty(field.Default) ? Shown(field, stored: null) : $"the design's {Shown(field, field.Default)}";

    private static string Shown(DesignField field, string? stored) =>
        string.IsNullOrEmpty(stored) ? "(empty)" : FieldText.Show(field, stored, CultureInfo.InvariantCulture);
}

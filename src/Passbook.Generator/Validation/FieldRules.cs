namespace Passbook.Generator;

/// <summary>Rules about fields.</summary>
internal static class FieldRules
{
    private const string Value = "%@";

    // Room for the fields of most passes, so that the set need not grow.
    private const int UsualCount = 20;

    public static void Check(Pass pass, ProblemList problems)
    {
        var keys = new HashSet<string>(UsualCount, StringComparer.Ordinal);
        var owner = "";
        foreach (var place in new FieldWalk(pass))
        {
            // The styles of one pass are other looks of the same: they may share their keys.
            if (!ReferenceEquals(owner, place.Owner))
                keys.Clear();
            owner = place.Owner;
            CheckKey(place, keys, problems);
            CheckPlace(place, problems);
            FieldFormatRules.Check(place, problems);
            FieldTextRules.Check(place, problems);
            if (place.Field.ChangeMessage is { } message && !message.Contains(Value, StringComparison.Ordinal))
                problems.Warning($"{place.Path}.changeMessage", PassProblemCode.ChangeMessageWithoutValue, $"The notification does not say the new value: write {Value} where it belongs.");
            if (place.Field.Semantics is { } semantics)
                SemanticsRules.Check(semantics, $"{place.Path}.semantics", problems);
        }

        FieldCountRules.Check(pass, problems);
    }

    private static void CheckKey(in FieldPlace place, HashSet<string> keys, ProblemList problems)
    {
        if (place.Field.Key.Length == 0)
            problems.Error($"{place.Path}.key", PassProblemCode.FieldKeyEmpty, "The field has no key: give it a name of its own, such as 'balance'.");
        else if (!keys.Add(place.Field.Key))
            problems.Error($"{place.Path}.key", PassProblemCode.FieldKeyDuplicate, $"Another field has the key '{place.Field.Key}' too: give this one a key of its own.");
    }

    private static void CheckPlace(in FieldPlace place, ProblemList problems)
    {
        var field = place.Field;
        if (field.DataDetectorTypes is not null && !place.IsBack)
            problems.Warning($"{place.Path}.dataDetectorTypes", PassProblemCode.DetectorsOnFront, "Wallet finds links only in fields on the back: move the field there, or leave this out.");
        if (field.TextAlignment is not null && (place.IsBack || place.IsPrimary))
            problems.Warning($"{place.Path}.textAlignment", PassProblemCode.AlignmentIgnored, "Primary and back fields cannot be aligned: leave this out.");
        if (field.Row is { } row && (row is not (0 or 1) || !place.MayHaveRow))
            problems.Error($"{place.Path}.row", PassProblemCode.RowInvalid, "Only auxiliary fields of an event ticket have a row, which is 0 or 1: correct it or leave it out.");
    }
}

namespace Passbook.Generator;

/// <summary>Rules about fields.</summary>
internal static class FieldRules
{
    public static void Check(Pass pass, ProblemList problems)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in FieldPlace.All(pass))
        {
            CheckKey(place, keys, problems);
            CheckNumber(place, problems);
            CheckDate(place, problems);
            CheckPlace(place, problems);
            if (place.Field.ChangeMessage is { } message && !message.Contains("%@", StringComparison.Ordinal))
                problems.Warning($"{place.Path}.changeMessage", PassProblemCode.ChangeMessageWithoutValue, "The notification does not say the new value: write %@ where it belongs.");
        }

        FieldCountRules.Check(pass, problems);
    }

    private static void CheckKey(FieldPlace place, HashSet<string> keys, ProblemList problems)
    {
        if (place.Field.Key.Length == 0)
            problems.Error($"{place.Path}.key", PassProblemCode.FieldKeyEmpty, "The field has no key.");
        else if (!keys.Add(place.Field.Key))
            problems.Error($"{place.Path}.key", PassProblemCode.FieldKeyDuplicate, $"Another field of the pass has the key '{place.Field.Key}' too.");
    }

    private static void CheckNumber(FieldPlace place, ProblemList problems)
    {
        var field = place.Field;
        if (field.CurrencyCode is { } code && (field.Value.Number is null || code.Length != 3 || !code.All(char.IsAsciiLetterUpper)))
        {
            problems.Error($"{place.Path}.currencyCode", PassProblemCode.CurrencyInvalid, field.Value.Number is null
                ? "A currency needs a number as the value."
                : $"'{code}' is no currency: write its three letters, such as EUR.");
        }

        if (field.NumberStyle is not null && (field.Value.Number is null || field.CurrencyCode is not null))
        {
            problems.Error($"{place.Path}.numberStyle", PassProblemCode.NumberStyleInvalid, field.Value.Number is null
                ? "A number style needs a number as the value."
                : "A field has either a number style or a currency.");
        }
    }

    private static void CheckDate(FieldPlace place, ProblemList problems)
    {
        var field = place.Field;
        if (field.Value.Date is not null)
            return;
        var key = field.DateStyle is not null ? "dateStyle"
            : field.TimeStyle is not null ? "timeStyle"
            : field.IgnoresTimeZone is not null ? "ignoresTimeZone"
            : field.IsRelative is not null ? "isRelative"
            : null;
        if (key is not null)
            problems.Error($"{place.Path}.{key}", PassProblemCode.DateStyleInvalid, "This is for dates, but the value is no date with a time zone.");
    }

    private static void CheckPlace(FieldPlace place, ProblemList problems)
    {
        var field = place.Field;
        if (field.DataDetectorTypes is not null && !place.IsBack)
            problems.Warning($"{place.Path}.dataDetectorTypes", PassProblemCode.DetectorsOnFront, "Links are only found in fields on the back.");
        if (field.TextAlignment is not null && (place.IsBack || place.IsPrimary))
            problems.Warning($"{place.Path}.textAlignment", PassProblemCode.AlignmentIgnored, "Primary and back fields cannot be aligned.");
        if (field.Row is { } row && (row is not (0 or 1) || !place.MayHaveRow))
            problems.Error($"{place.Path}.row", PassProblemCode.RowInvalid, "Only auxiliary fields of an event ticket have a row, 0 or 1.");
    }
}

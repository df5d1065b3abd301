namespace Passbook.Generator;

/// <summary>Rules about how the value of a field is written: numbers, currencies, dates.</summary>
internal static class FieldFormatRules
{
    public static void Check(in FieldPlace place, ProblemList problems)
    {
        if (place.Field.CurrencyCode is { } code)
            CheckCurrency(place, code, problems);
        if (place.Field.NumberStyle is not null)
            CheckNumberStyle(place, problems);
        if (place.Field.Value.Date is null)
            CheckNoDate(place, problems);
        CheckKnown(place, problems);
    }

    private static void CheckCurrency(in FieldPlace place, string code, ProblemList problems)
    {
        if (place.Field.Value.Number is null)
            problems.Error($"{place.Path}.currencyCode", PassProblemCode.CurrencyInvalid, "A currency needs a number as the value: write the amount in figures only, or leave the currency out.");
        else if (code.Length != 3 || code.AsSpan().ContainsAnyExceptInRange('A', 'Z'))
            problems.Error($"{place.Path}.currencyCode", PassProblemCode.CurrencyInvalid, $"'{code}' is no currency: write its three capital letters, such as EUR.");
        else if (!Currency.IsKnown(code))
            problems.Warning($"{place.Path}.currencyCode", PassProblemCode.CurrencyUnknown, Currency.UnknownSentence(code));
    }

    private static void CheckNumberStyle(in FieldPlace place, ProblemList problems)
    {
        if (place.Field.Value.Number is null)
            problems.Error($"{place.Path}.numberStyle", PassProblemCode.NumberStyleInvalid, "A number style needs a number as the value: write it in figures only, or leave the style out.");
        else if (place.Field.CurrencyCode is not null)
            problems.Error($"{place.Path}.numberStyle", PassProblemCode.NumberStyleInvalid, "A field has either a number style or a currency: leave one of them out.");
    }

    private static void CheckNoDate(in FieldPlace place, ProblemList problems)
    {
        var field = place.Field;
        var key = field.DateStyle is not null ? "dateStyle"
            : field.TimeStyle is not null ? "timeStyle"
            : field.IgnoresTimeZone is not null ? "ignoresTimeZone"
            : field.IsRelative is not null ? "isRelative"
            : null;
        if (key is not null)
            problems.Error($"{place.Path}.{key}", PassProblemCode.DateStyleInvalid, "This is for dates, but the value is none: write it as 2026-05-01T18:30:00+02:00, with its time zone.");
    }

    private static void CheckKnown(in FieldPlace place, ProblemList problems)
    {
        var field = place.Field;
        if (field.DateStyle is { } dateStyle)
            KnownValues.Check(dateStyle, place, "dateStyle", problems);
        if (field.TimeStyle is { } timeStyle)
            KnownValues.Check(timeStyle, place, "timeStyle", problems);
        if (field.NumberStyle is { } numberStyle)
            KnownValues.Check(numberStyle, place, "numberStyle", problems);
        if (field.TextAlignment is { } alignment)
            KnownValues.Check(alignment, place, "textAlignment", problems);
        foreach (var detector in field.DataDetectorTypes.GetValueOrDefault())
            KnownValues.Check(detector, place, "dataDetectorTypes", problems);
    }
}

using System.Globalization;

namespace Portal.Data.Designs;

/// <summary>
/// Reads what a person typed for a field and writes it in the one canonical form that is stored: invariant numbers,
/// minor units, ISO 8601 dates with their offset.
/// </summary>
public static class FieldText
{
    /// <summary>The ISO 8601 form of a stored date.</summary>
    public const string DateFormat = "yyyy-MM-ddTHH:mm:sszzz";

    // Written the same way in every culture: what Show writes, and what a browser's date box gives.
    private static readonly string[] IsoFormats = ["yyyy-MM-dd HH:mm zzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mmzzz", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd"];

    private const NumberStyles Typed = NumberStyles.Number & ~NumberStyles.AllowTrailingSign;
    private const int GroupDigits = 3;
    private const decimal Limit = 999_999_999_999m;

    /// <summary>Reads typed text. Either <c>Stored</c> or <c>Problem</c> is set; the problem is a sentence for the person who typed.</summary>
    public static (string? Stored, string? Problem) Read(DesignField field, string typed, CultureInfo culture) => field.Kind switch
    {
        FieldKind.Number => ReadNumber(field, typed, culture),
        FieldKind.Money => ReadMoney(field, typed, culture),
        FieldKind.Date => ReadDate(field, typed, culture),
        FieldKind.Choice => ReadChoice(field, typed),
        _ => ReadText(field, typed),
    };

    /// <summary>The text to put in an edit box for a stored value.</summary>
    public static string Show(DesignField field, string stored, CultureInfo culture) => field.Kind switch
    {
        FieldKind.Number when Number(stored) is { } number => number.ToString("0.######", culture),
        FieldKind.Money when Money(field, stored) is { } amount => amount.ToString("F" + MinorUnits.Digits(field.Currency), culture),
        FieldKind.Date when Date(stored) is { } date => date.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture),
        _ => stored,
    };

    /// <summary>Why a text must not be stored for the field; null when it is canonical and within the field's limits.</summary>
    public static string? Check(DesignField field, string stored) => field.Kind switch
    {
        FieldKind.Number => Number(stored) is null ? $"{field.Name} has to be a number." : null,
        FieldKind.Money => Money(field, stored) is null ? $"{field.Name} has to be an amount." : null,
        FieldKind.Date => Date(stored) is null ? $"{field.Name} has to be a date and time with its offset." : null,
        FieldKind.Choice => ReadChoice(field, stored).Item2,
        _ => ReadText(field, stored).Item2,
    };

    /// <summary>The sentence about a date that was begun and is none yet.</summary>
    public static string Incomplete(DesignField field) => $"{field.Name} is not complete: it needs the day and the time, or nothing at all.";

    /// <summary>The number behind a stored value; null when it is none.</summary>
    public static decimal? Number(string stored) =>
        decimal.TryParse(stored, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The amount in major units behind a stored value; null when it is none.</summary>
    public static decimal? Money(DesignField field, string stored) =>
        long.TryParse(stored, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor)
            ? minor / MinorUnits.Factor(field.Currency)
            : null;

    /// <summary>The instant behind a stored value; null when it is none.</summary>
    public static DateTimeOffset? Date(string stored) =>
        DateTimeOffset.TryParseExact(stored, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static (string?, string?) ReadText(DesignField field, string typed)
    {
        var text = typed.ReplaceLineEndings("\n");
        if (text.Length > field.MaxLength)
            return (null, $"{field.Name} may have at most {Counted.Of(field.MaxLength, "character")}.");
        return text.Any(character => char.IsControl(character) && character is not ('\n' or '\t'))
            ? (null, $"{field.Name} holds a control character.")
            : (text, null);
    }

    private static (string?, string?) ReadNumber(DesignField field, string typed, CultureInfo culture)
    {
        if (!TryRead(typed, culture, out var number))
            return (null, $"{field.Name} has to be a number, such as {1234.5m.ToString("N1", culture)}.");
        if (Math.Abs(number) > Limit)
            return (null, $"{field.Name} is too large.");
        return decimal.Round(number, 6) != number
            ? (null, $"{field.Name} may have at most six decimal places.")
            : (number.ToString("0.######", CultureInfo.InvariantCulture), null);
    }

    // .NET skips group separators wherever they stand: "1,5" would be 15. Groups have to be whole ones.
    private static bool TryRead(string typed, CultureInfo culture, out decimal number)
    {
        number = 0;
        var text = typed.Trim();
        var separator = culture.NumberFormat.NumberGroupSeparator;
        var whole = text.Split(culture.NumberFormat.NumberDecimalSeparator)[0];
        var groups = whole.Split(separator);
        return (separator.Length == 0 || groups.Skip(1).All(group => group.Length == GroupDigits)) && decimal.TryParse(text, Typed, culture, out number);
    }

    private static (string?, string?) ReadMoney(DesignField field, string typed, CultureInfo culture)
    {
        if (!TryRead(typed, culture, out var amount))
            return (null, $"{field.Name} has to be an amount, such as {12.5m.ToString("F" + MinorUnits.Digits(field.Currency), culture)}.");
        if (Math.Abs(amount) > Limit)
            return (null, $"{field.Name} is too large.");
        var minor = amount * MinorUnits.Factor(field.Currency);
        return decimal.Truncate(minor) != minor
            ? (null, $"{field.Name} has more decimal places than {field.Currency} knows.")
            : (((long)minor).ToString(CultureInfo.InvariantCulture), null);
    }

    private static (string?, string?) ReadDate(DesignField field, string typed, CultureInfo culture) =>
        DateTimeOffset.TryParseExact(typed.Trim(), IsoFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            || DateTimeOffset.TryParse(typed.Trim(), culture, DateTimeStyles.AssumeUniversal, out date)
            ? (date.ToString(DateFormat, CultureInfo.InvariantCulture), null)
            : (null, $"{field.Name} has to be a date and time with its offset, such as 2027-03-01 18:30 +01:00.");

    private static (string?, string?) ReadChoice(DesignField field, string typed) =>
        field.Choices.Contains(typed, StringComparer.Ordinal)
            ? (typed, null)
            : (null, $"{field.Name} has to be one of: {string.Join(", ", field.Choices)}.");
}

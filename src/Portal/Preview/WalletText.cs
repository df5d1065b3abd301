using System.Globalization;
using Humanizer;
using Passbook.Generator;
using Portal.Data.Designs;

namespace Portal.Preview;

/// <summary>Writes a field's value as Wallet does on a phone of some language.</summary>
/// <param name="culture">The language and habits of the phone.</param>
/// <param name="now">For dates that are shown relative to now; null writes them out.</param>
/// <param name="zone">The phone's time zone; null for one that is where the date was written.</param>
public sealed class WalletText(CultureInfo culture, DateTimeOffset? now = null, TimeZoneInfo? zone = null)
{
    /// <summary>The text of the field's value.</summary>
    public string Show(PassField field) => field.Value switch
    {
        { Number: { } number } => Show(field, number),
        { Date: { } date } when field is { DateStyle: not null } or { TimeStyle: not null } => Show(field, date),
        var value => value.ToString(),
    };

    /// <summary>The culture to draw with where nobody says another one.</summary>
    /// <remarks>A server often runs in the invariant culture, whose dates no phone shows.</remarks>
    public static CultureInfo UsualCulture =>
        CultureInfo.CurrentCulture.Name.Length == 0 ? CultureInfo.GetCultureInfo("en-US") : CultureInfo.CurrentCulture;

    private string Show(PassField field, decimal number) => field switch
    {
        { CurrencyCode: { Length: > 0 } currency } => Money(number, currency),
        { NumberStyle: NumberStyle.Percent } => number.ToString("P0", culture),
        { NumberStyle: NumberStyle.Scientific } => number.ToString("0.######E0", culture),
        { NumberStyle: NumberStyle.SpellOut } when decimal.Truncate(number) == number && Math.Abs(number) < int.MaxValue =>
            ((int)number).ToWords(culture),
        _ => number.ToString("#,##0.######", culture),
    };

    private string Money(decimal amount, string currency)
    {
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencySymbol = CurrencySymbols.Of(currency, culture);
        format.CurrencyDecimalDigits = MinorUnits.Digits(currency);
        return amount.ToString("C", format);
    }

    private string Show(PassField field, DateTimeOffset date)
    {
        if (field.IsRelative == true && now is { } moment)
            return date.Humanize(moment, culture);
        var shown = field.IgnoresTimeZone == true || zone is null ? date : TimeZoneInfo.ConvertTime(date, zone);
        string?[] parts = [DatePart(field.DateStyle, shown), TimePart(field.TimeStyle, shown)];
        return string.Join(", ", parts.OfType<string>());
    }

    private string? DatePart(DateStyle? style, DateTimeOffset date) => Pattern(style, culture.DateTimeFormat) is { } pattern
        ? date.ToString(pattern, culture)
        : null;

    // Unicode's short form has two digits for the year, and its medium form a short month.
    private static string? Pattern(DateStyle? style, DateTimeFormatInfo format) => style switch
    {
        DateStyle.Short => format.ShortDatePattern.Replace("yyyy", "yy", StringComparison.Ordinal),
        DateStyle.Medium => WithoutWeekday(format).Replace("MMMM", "MMM", StringComparison.Ordinal),
        DateStyle.Long => WithoutWeekday(format),
        DateStyle.Full => format.LongDatePattern,
        _ => null,
    };

    private static string WithoutWeekday(DateTimeFormatInfo format) =>
        format.LongDatePattern.Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ',', '،', '.', '\u2019');

    private string? TimePart(DateStyle? style, DateTimeOffset date) => style switch
    {
        DateStyle.Short => date.ToString(culture.DateTimeFormat.ShortTimePattern, culture),
        DateStyle.Medium => date.ToString(culture.DateTimeFormat.LongTimePattern, culture),
        DateStyle.Long or DateStyle.Full => $"{date.ToString(culture.DateTimeFormat.LongTimePattern, culture)} {ZoneName(date.Offset)}",
        _ => null,
    };

    private static string ZoneName(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero)
            return "GMT";
        var minutes = offset.Minutes == 0 ? "" : offset.ToString(@"\:mm", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"GMT{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours)}{minutes}");
    }
}

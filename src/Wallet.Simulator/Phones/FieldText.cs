using System.Globalization;
using Passbook.Generator;

namespace Wallet.Simulator.Phones;

/// <summary>A field's value as an American iPhone reads it out; near enough for a notification in a demo.</summary>
internal static class FieldText
{
    private static readonly CultureInfo Language = CultureInfo.GetCultureInfo("en-US");

    public static ShownField Of(PassField field) => new(field.Key, field.Label, ValueOf(field), field.ChangeMessage);

    private static string ValueOf(PassField field)
    {
        if (field.Value.Number is { } number) return NumberOf(number, field);
        return field.Value.Date is { } date ? DateOf(date, field) : field.Value.ToString();
    }

    private static string NumberOf(decimal number, PassField field) => field switch
    {
        { CurrencyCode: { } currency } => string.Create(Language, $"{currency} {number:N2}"),
        { NumberStyle: NumberStyle.Percent } => number.ToString("P0", Language),
        { NumberStyle: NumberStyle.Scientific } => number.ToString("E", Language),
        _ => number.ToString("#,##0.###", Language),
    };

    /// <summary>Simulated phones stand in the zone the date was written in.</summary>
    private static string DateOf(DateTimeOffset date, PassField field)
    {
        var day = Shows(field.DateStyle) ? date.ToString(field.DateStyle == DateStyle.Short ? "M/d/yy" : "MMM d, yyyy", Language) : "";
        var time = Shows(field.TimeStyle) ? date.ToString("h:mm tt", Language) : "";
        var both = $"{day} {time}".Trim();
        return both.Length > 0 ? both : date.ToString("MMM d, yyyy h:mm tt", Language);
    }

    private static bool Shows(DateStyle? style) => style is not (null or DateStyle.None);
}

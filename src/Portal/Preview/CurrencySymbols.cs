using System.Collections.Frozen;
using System.Globalization;

namespace Portal.Preview;

/// <summary>The sign of a currency in a language: the bare one at home, else as most languages write it.</summary>
internal static class CurrencySymbols
{
    private static readonly FrozenDictionary<string, string> Known = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(Region).OfType<RegionInfo>()
        .GroupBy(region => region.ISOCurrencySymbol, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(region => region.CurrencySymbol).MinBy(symbol => symbol.Length) ?? group.Key, StringComparer.Ordinal);

    // These share the sign of a larger currency; a phone elsewhere writes them out.
    private static readonly FrozenDictionary<string, string> Shared = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CAD"] = "CA$", ["AUD"] = "A$", ["NZD"] = "NZ$", ["HKD"] = "HK$", ["MXN"] = "MX$", ["TWD"] = "NT$", ["BRL"] = "R$", ["CNY"] = "CN¥",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string currency, CultureInfo culture)
    {
        if (Region(culture) is { } home && home.ISOCurrencySymbol == currency)
            return culture.NumberFormat.CurrencySymbol;
        if (Shared.TryGetValue(currency, out var shared))
            return shared;
        return Known.TryGetValue(currency, out var symbol) && symbol is "$" or "€" or "£" or "¥" or "₹" or "₩" or "₪" or "₫"
            && (symbol != "$" || currency == "USD") && (symbol != "£" || currency == "GBP") && (symbol != "¥" || currency == "JPY")
            ? symbol
            : currency + "\u00A0";
    }

    private static RegionInfo? Region(CultureInfo culture) =>
        culture is { IsNeutralCulture: false, Name.Length: > 0 } && culture.Name.Contains('-', StringComparison.Ordinal)
            ? TryRegion(culture.Name)
            : null;

    private static RegionInfo? TryRegion(string name)
    {
        try
        {
            return new RegionInfo(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

using System.Collections.Frozen;
using System.Globalization;

namespace Portal.Preview;

/// <summary>The sign of a currency in a language: the bare one at home, else as most languages write it (Unicode CLDR, English).</summary>
internal static class CurrencySymbols
{
    private static readonly FrozenDictionary<string, string> Abroad = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["USD"] = "$", ["EUR"] = "€", ["GBP"] = "£", ["JPY"] = "¥", ["INR"] = "₹", ["KRW"] = "₩", ["ILS"] = "₪", ["VND"] = "₫", ["PHP"] = "₱",
        ["CAD"] = "CA$", ["AUD"] = "A$", ["NZD"] = "NZ$", ["HKD"] = "HK$", ["MXN"] = "MX$", ["TWD"] = "NT$", ["BRL"] = "R$", ["CNY"] = "CN¥",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string currency, CultureInfo culture) =>
        !culture.IsNeutralCulture && culture.Name.Length > 0 && new RegionInfo(culture.Name).ISOCurrencySymbol == currency
            ? culture.NumberFormat.CurrencySymbol
            : Abroad.GetValueOrDefault(currency, currency + "\u00A0");
}

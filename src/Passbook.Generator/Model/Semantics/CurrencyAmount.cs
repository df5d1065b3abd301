using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>An amount of money.</summary>
public sealed record CurrencyAmount
{
    private UnknownKeys? _unknown;

    /// <summary>The amount: digits with a point, such as <c>12.50</c>; a text, so that no digit is lost.</summary>
    public string? Amount { get; init; }

    /// <summary>The ISO 4217 code of the currency, such as <c>EUR</c>.</summary>
    public string? CurrencyCode { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }

    /// <summary>An amount of money.</summary>
    /// <param name="amount">The amount; written with its decimals as they are, whatever the culture.</param>
    /// <param name="currencyCode">The ISO 4217 code of the currency, such as <c>EUR</c>.</param>
    public static CurrencyAmount Of(decimal amount, string currencyCode) =>
        new() { Amount = amount.ToString(CultureInfo.InvariantCulture), CurrencyCode = currencyCode };
}

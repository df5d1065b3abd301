using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>How a number is shown, in the language and habits of the phone.</summary>
[JsonConverter(typeof(NamedEnumConverter<NumberStyle>))]
public enum NumberStyle
{
    /// <summary>With separators: 1,234.5.</summary>
    [JsonStringEnumMemberName("PKNumberStyleDecimal")]
    Decimal,

    /// <summary>As a percentage: 0.25 is 25 %.</summary>
    [JsonStringEnumMemberName("PKNumberStylePercent")]
    Percent,

    /// <summary>With an exponent: 1.2345E3.</summary>
    [JsonStringEnumMemberName("PKNumberStyleScientific")]
    Scientific,

    /// <summary>In words.</summary>
    [JsonStringEnumMemberName("PKNumberStyleSpellOut")]
    SpellOut,
}

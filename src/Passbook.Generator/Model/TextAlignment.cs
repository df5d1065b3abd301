using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>How a field stands in its box; primary and back fields know none.</summary>
[JsonConverter(typeof(NamedEnumConverter<TextAlignment>))]
public enum TextAlignment
{
    /// <summary>To the left.</summary>
    [JsonStringEnumMemberName("PKTextAlignmentLeft")]
    Left,

    /// <summary>In the middle.</summary>
    [JsonStringEnumMemberName("PKTextAlignmentCenter")]
    Center,

    /// <summary>To the right.</summary>
    [JsonStringEnumMemberName("PKTextAlignmentRight")]
    Right,

    /// <summary>As the language of the text is written; the default.</summary>
    [JsonStringEnumMemberName("PKTextAlignmentNatural")]
    Natural,
}

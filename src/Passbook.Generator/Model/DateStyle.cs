using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>How much of a date, or of a time, is shown, in the language and habits of the phone.</summary>
[JsonConverter(typeof(NamedEnumConverter<DateStyle>))]
public enum DateStyle
{
    /// <summary>Nothing of it.</summary>
    [JsonStringEnumMemberName("PKDateStyleNone")]
    None,

    /// <summary>Figures only, such as 5/1/26 or 6:30 PM.</summary>
    [JsonStringEnumMemberName("PKDateStyleShort")]
    Short,

    /// <summary>Abbreviated, such as May 1, 2026.</summary>
    [JsonStringEnumMemberName("PKDateStyleMedium")]
    Medium,

    /// <summary>In full, such as May 1, 2026.</summary>
    [JsonStringEnumMemberName("PKDateStyleLong")]
    Long,

    /// <summary>With the day of the week, or the name of the time zone.</summary>
    [JsonStringEnumMemberName("PKDateStyleFull")]
    Full,
}

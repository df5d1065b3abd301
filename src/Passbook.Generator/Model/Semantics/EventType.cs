using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>The kind of an event. Only sports and live performances have a poster ticket of their own look.</summary>
[JsonConverter(typeof(NamedEnumConverter<EventType>))]
public enum EventType
{
    /// <summary>Any other event.</summary>
    [JsonStringEnumMemberName("PKEventTypeGeneric")]
    Generic,

    /// <summary>A concert, play or other performance on a stage.</summary>
    [JsonStringEnumMemberName("PKEventTypeLivePerformance")]
    LivePerformance,

    /// <summary>A film.</summary>
    [JsonStringEnumMemberName("PKEventTypeMovie")]
    Movie,

    /// <summary>A match or other sports event.</summary>
    [JsonStringEnumMemberName("PKEventTypeSports")]
    Sports,

    /// <summary>A conference.</summary>
    [JsonStringEnumMemberName("PKEventTypeConference")]
    Conference,

    /// <summary>A convention.</summary>
    [JsonStringEnumMemberName("PKEventTypeConvention")]
    Convention,

    /// <summary>A workshop.</summary>
    [JsonStringEnumMemberName("PKEventTypeWorkshop")]
    Workshop,

    /// <summary>A party or other gathering.</summary>
    [JsonStringEnumMemberName("PKEventTypeSocialGathering")]
    SocialGathering,
}

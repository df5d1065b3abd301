using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>What is still to come. iOS 26.</summary>
[JsonConverter(typeof(NamedEnumConverter<UpcomingPassType>))]
public enum UpcomingPassType
{
    /// <summary>An event.</summary>
    [JsonStringEnumMemberName("event")]
    Event,
}

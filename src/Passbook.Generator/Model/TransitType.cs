using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>What a boarding pass is for; it decides the symbol between the two places.</summary>
[JsonConverter(typeof(NamedEnumConverter<TransitType>))]
public enum TransitType
{
    /// <summary>A flight.</summary>
    [JsonStringEnumMemberName("PKTransitTypeAir")]
    Air,

    /// <summary>A ship or ferry.</summary>
    [JsonStringEnumMemberName("PKTransitTypeBoat")]
    Boat,

    /// <summary>A bus.</summary>
    [JsonStringEnumMemberName("PKTransitTypeBus")]
    Bus,

    /// <summary>Any other journey.</summary>
    [JsonStringEnumMemberName("PKTransitTypeGeneric")]
    Generic,

    /// <summary>A train.</summary>
    [JsonStringEnumMemberName("PKTransitTypeTrain")]
    Train,
}

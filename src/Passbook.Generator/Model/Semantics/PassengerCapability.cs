using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>What a passenger may do or bring. iOS 26.</summary>
[JsonConverter(typeof(NamedEnumConverter<PassengerCapability>))]
public enum PassengerCapability
{
    /// <summary>May board before everybody else.</summary>
    [JsonStringEnumMemberName("PKPassengerCapabilityPreboarding")]
    Preboarding,

    /// <summary>May board among the first.</summary>
    [JsonStringEnumMemberName("PKPassengerCapabilityPriorityBoarding")]
    PriorityBoarding,

    /// <summary>May bring a bag into the cabin.</summary>
    [JsonStringEnumMemberName("PKPassengerCapabilityCarryon")]
    Carryon,

    /// <summary>May bring a small item into the cabin.</summary>
    [JsonStringEnumMemberName("PKPassengerCapabilityPersonalItem")]
    PersonalItem,

    /// <summary>Travels with an infant on the lap.</summary>
    [JsonStringEnumMemberName("PKPassengerCapabilityLapInfant")]
    LapInfant,
}

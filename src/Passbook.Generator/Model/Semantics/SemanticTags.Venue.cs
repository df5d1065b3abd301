using System.Text.Json.Serialization;

namespace Passbook.Generator;

// The venue: where it is, how one gets in and when its parts open.
public sealed partial record SemanticTags
{
    /// <summary>The venue. Localizable.</summary>
    public string? VenueName { get; init; }

    /// <summary>The town or region of the venue. Localizable. iOS 18.</summary>
    public string? VenueRegionName { get; init; }

    /// <summary>The hall or room. Localizable.</summary>
    public string? VenueRoom { get; init; }

    /// <summary>Where the venue is.</summary>
    public SemanticLocation? VenueLocation { get; init; }

    /// <summary>The venue's identifier in Apple Maps; for an upcoming event. iOS 26.</summary>
    [JsonPropertyName("venuePlaceID")]
    public string? VenuePlaceId { get; init; }

    /// <summary>The venue's telephone number.</summary>
    public string? VenuePhoneNumber { get; init; }

    /// <summary>The entrance to use, in full. Localizable.</summary>
    public string? VenueEntrance { get; init; }

    /// <summary>The gate of that entrance. Localizable. iOS 18.</summary>
    public string? VenueEntranceGate { get; init; }

    /// <summary>The door of that entrance. Localizable. iOS 18.</summary>
    public string? VenueEntranceDoor { get; init; }

    /// <summary>The portal of that entrance. Localizable. iOS 18.</summary>
    public string? VenueEntrancePortal { get; init; }

    /// <summary>How to find the entrance. Localizable. iOS 18.</summary>
    public string? EntranceDescription { get; init; }

    /// <summary>When the venue opens. iOS 18.</summary>
    public PassDate? VenueOpenDate { get; init; }

    /// <summary>When the car parks open. iOS 18.</summary>
    public PassDate? VenueParkingLotsOpenDate { get; init; }

    /// <summary>When the gates open. iOS 18.</summary>
    public PassDate? VenueGatesOpenDate { get; init; }

    /// <summary>When the box office opens. iOS 18.</summary>
    public PassDate? VenueBoxOfficeOpenDate { get; init; }

    /// <summary>When the doors open. iOS 18.</summary>
    public PassDate? VenueDoorsOpenDate { get; init; }

    /// <summary>When the fan zone opens. iOS 18.</summary>
    public PassDate? VenueFanZoneOpenDate { get; init; }

    /// <summary>When the venue closes. iOS 18.</summary>
    public PassDate? VenueCloseDate { get; init; }
}

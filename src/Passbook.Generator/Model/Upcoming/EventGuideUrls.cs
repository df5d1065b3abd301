using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>The buttons of the guide of an event still to come, and of its menu. iOS 26.</summary>
public sealed record EventGuideUrls
{
    private UnknownKeys? _unknown;

    /// <summary>Which bags may be brought.</summary>
    [JsonPropertyName("bagPolicyURL")]
    public Uri? BagPolicyUrl { get; init; }

    /// <summary>Where food is ordered.</summary>
    [JsonPropertyName("orderFoodURL")]
    public Uri? OrderFoodUrl { get; init; }

    /// <summary>Where one may park.</summary>
    [JsonPropertyName("parkingInformationURL")]
    public Uri? ParkingInformationUrl { get; init; }

    /// <summary>Where a parking place is bought.</summary>
    [JsonPropertyName("purchaseParkingURL")]
    public Uri? PurchaseParkingUrl { get; init; }

    /// <summary>How to get there.</summary>
    [JsonPropertyName("directionsInformationURL")]
    public Uri? DirectionsInformationUrl { get; init; }

    /// <summary>How to get there by public transport.</summary>
    [JsonPropertyName("transitInformationURL")]
    public Uri? TransitInformationUrl { get; init; }

    /// <summary>Where merchandise is sold.</summary>
    [JsonPropertyName("merchandiseURL")]
    public Uri? MerchandiseUrl { get; init; }

    /// <summary>How accessible the venue is.</summary>
    [JsonPropertyName("accessibilityURL")]
    public Uri? AccessibilityUrl { get; init; }

    /// <summary>What may be added to the ticket.</summary>
    [JsonPropertyName("addOnURL")]
    public Uri? AddOnUrl { get; init; }

    /// <summary>The venue's e-mail address.</summary>
    public string? ContactVenueEmail { get; init; }

    /// <summary>The venue's telephone number.</summary>
    public string? ContactVenuePhoneNumber { get; init; }

    /// <summary>The venue's site.</summary>
    public Uri? ContactVenueWebsite { get; init; }

    /// <summary>Where the ticket is handed to somebody else; in the menu.</summary>
    [JsonPropertyName("transferURL")]
    public Uri? TransferUrl { get; init; }

    /// <summary>Where the ticket is sold on; in the menu.</summary>
    [JsonPropertyName("sellURL")]
    public Uri? SellUrl { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}

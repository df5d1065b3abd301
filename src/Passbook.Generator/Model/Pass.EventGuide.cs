using System.Text.Json.Serialization;

namespace Passbook.Generator;

// The buttons of a poster event ticket's guide (iOS 18), of which Wallet shows one to four, and of its menu.
// The order in the JSON does not hang on the order in which the compiler takes the files.
public sealed partial record Pass
{
    /// <summary>Which bags may be brought. Poster event ticket, iOS 18.</summary>
    [JsonPropertyName("bagPolicyURL"), JsonPropertyOrder(1)]
    public Uri? BagPolicyUrl { get; init; }

    /// <summary>Where food is ordered. Poster event ticket, iOS 18.</summary>
    [JsonPropertyName("orderFoodURL"), JsonPropertyOrder(1)]
    public Uri? OrderFoodUrl { get; init; }

    /// <summary>Where one may park. Poster event ticket, iOS 18.</summary>
    [JsonPropertyName("parkingInformationURL"), JsonPropertyOrder(1)]
    public Uri? ParkingInformationUrl { get; init; }

    /// <summary>Where a parking place is bought. Poster event ticket, iOS 18.</summary>
    [JsonPropertyName("purchaseParkingURL"), JsonPropertyOrder(1)]
    public Uri? PurchaseParkingUrl { get; init; }

    /// <summary>How to get there. Poster event ticket, iOS 18.</summary>
    [JsonPropertyName("directionsInformationURL"), JsonPropertyOrder(1)]
    public Uri? DirectionsInformationUrl { get; init; }

    /// <summary>How to get there by public transport. Poster event ticket, iOS 18.</summary>
    [JsonPropertyName("transitInformationURL"), JsonPropertyOrder(1)]
    public Uri? TransitInformationUrl { get; init; }

    /// <summary>Where merchandise is sold. Poster event ticket, iOS 18.</summary>
    [JsonPropertyName("merchandiseURL"), JsonPropertyOrder(1)]
    public Uri? MerchandiseUrl { get; init; }

    /// <summary>How accessible the venue is. Poster event ticket, iOS 18.</summary>
    [JsonPropertyName("accessibilityURL"), JsonPropertyOrder(1)]
    public Uri? AccessibilityUrl { get; init; }

    /// <summary>What may be added to the ticket. Poster event ticket, iOS 18.</summary>
    [JsonPropertyName("addOnURL"), JsonPropertyOrder(1)]
    public Uri? AddOnUrl { get; init; }

    /// <summary>The venue's e-mail address. Poster event ticket, iOS 18.</summary>
    [JsonPropertyOrder(1)]
    public string? ContactVenueEmail { get; init; }

    /// <summary>The venue's telephone number. Poster event ticket, iOS 18.</summary>
    [JsonPropertyOrder(1)]
    public string? ContactVenuePhoneNumber { get; init; }

    /// <summary>The venue's site. Poster event ticket, iOS 18.</summary>
    [JsonPropertyOrder(1)]
    public Uri? ContactVenueWebsite { get; init; }

    /// <summary>Where the ticket is handed to somebody else; in the menu. Poster event ticket, iOS 18.</summary>
    [JsonPropertyName("transferURL"), JsonPropertyOrder(1)]
    public Uri? TransferUrl { get; init; }

    /// <summary>Where the ticket is sold on; in the menu. Poster event ticket, iOS 18.</summary>
    [JsonPropertyName("sellURL"), JsonPropertyOrder(1)]
    public Uri? SellUrl { get; init; }
}

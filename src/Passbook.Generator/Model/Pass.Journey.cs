using System.Text.Json.Serialization;

namespace Passbook.Generator;

// The buttons of a semantic boarding pass (iOS 26).
// The order in the JSON does not hang on the order in which the compiler takes the files.
public sealed partial record Pass
{
    /// <summary>Where the booking is managed. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("managementURL"), JsonPropertyOrder(2)]
    public Uri? ManagementUrl { get; init; }

    /// <summary>Where the class is changed. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("upgradeURL"), JsonPropertyOrder(2)]
    public Uri? UpgradeUrl { get; init; }

    /// <summary>Where the seat is changed. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("changeSeatURL"), JsonPropertyOrder(2)]
    public Uri? ChangeSeatUrl { get; init; }

    /// <summary>The entertainment on board. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("entertainmentURL"), JsonPropertyOrder(2)]
    public Uri? EntertainmentUrl { get; init; }

    /// <summary>Where luggage is added. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("purchaseAdditionalBaggageURL"), JsonPropertyOrder(2)]
    public Uri? PurchaseAdditionalBaggageUrl { get; init; }

    /// <summary>Where entry to a lounge is bought. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("purchaseLoungeAccessURL"), JsonPropertyOrder(2)]
    public Uri? PurchaseLoungeAccessUrl { get; init; }

    /// <summary>Where the network on board is bought. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("purchaseWifiURL"), JsonPropertyOrder(2)]
    public Uri? PurchaseWifiUrl { get; init; }

    /// <summary>Where a service animal is registered. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("registerServiceAnimalURL"), JsonPropertyOrder(2)]
    public Uri? RegisterServiceAnimalUrl { get; init; }

    /// <summary>Where a wheelchair is asked for. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("requestWheelchairURL"), JsonPropertyOrder(2)]
    public Uri? RequestWheelchairUrl { get; init; }

    /// <summary>Where luggage is followed. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("trackBagsURL"), JsonPropertyOrder(2)]
    public Uri? TrackBagsUrl { get; init; }

    /// <summary>Where lost luggage is reported. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("reportLostBagURL"), JsonPropertyOrder(2)]
    public Uri? ReportLostBagUrl { get; init; }

    /// <summary>The carrier's e-mail address. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyOrder(2)]
    public string? TransitProviderEmail { get; init; }

    /// <summary>The carrier's telephone number. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyOrder(2)]
    public string? TransitProviderPhoneNumber { get; init; }

    /// <summary>The carrier's site. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("transitProviderWebsiteURL"), JsonPropertyOrder(2)]
    public Uri? TransitProviderWebsiteUrl { get; init; }
}

using System.Text.Json.Serialization;

namespace Passbook.Generator;

// The buttons of a semantic boarding pass (iOS 26).
public sealed partial record Pass
{
    /// <summary>Where the booking is managed. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("managementURL")]
    public Uri? ManagementUrl { get; init; }

    /// <summary>Where the class is changed. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("upgradeURL")]
    public Uri? UpgradeUrl { get; init; }

    /// <summary>Where the seat is changed. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("changeSeatURL")]
    public Uri? ChangeSeatUrl { get; init; }

    /// <summary>The entertainment on board. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("entertainmentURL")]
    public Uri? EntertainmentUrl { get; init; }

    /// <summary>Where luggage is added. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("purchaseAdditionalBaggageURL")]
    public Uri? PurchaseAdditionalBaggageUrl { get; init; }

    /// <summary>Where entry to a lounge is bought. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("purchaseLoungeAccessURL")]
    public Uri? PurchaseLoungeAccessUrl { get; init; }

    /// <summary>Where the network on board is bought. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("purchaseWifiURL")]
    public Uri? PurchaseWifiUrl { get; init; }

    /// <summary>Where a service animal is registered. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("registerServiceAnimalURL")]
    public Uri? RegisterServiceAnimalUrl { get; init; }

    /// <summary>Where a wheelchair is asked for. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("requestWheelchairURL")]
    public Uri? RequestWheelchairUrl { get; init; }

    /// <summary>Where luggage is followed. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("trackBagsURL")]
    public Uri? TrackBagsUrl { get; init; }

    /// <summary>Where lost luggage is reported. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("reportLostBagURL")]
    public Uri? ReportLostBagUrl { get; init; }

    /// <summary>The carrier's e-mail address. Semantic boarding pass, iOS 26.</summary>
    public string? TransitProviderEmail { get; init; }

    /// <summary>The carrier's telephone number. Semantic boarding pass, iOS 26.</summary>
    public string? TransitProviderPhoneNumber { get; init; }

    /// <summary>The carrier's site. Semantic boarding pass, iOS 26.</summary>
    [JsonPropertyName("transitProviderWebsiteURL")]
    public Uri? TransitProviderWebsiteUrl { get; init; }
}

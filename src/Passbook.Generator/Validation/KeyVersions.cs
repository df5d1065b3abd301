namespace Passbook.Generator;

/// <summary>The keys that older phones do not know. Semantic tags are not told: what is drawn from them is, as a look.</summary>
internal static class KeyVersions
{
    private const string NoButton = "show no button for this";

    public static void Find(Pass pass, VersionList parts)
    {
        Add("$.featuredActions", Ios.V27, !pass.FeaturedActions.IsEmpty, "show no cards under the pass", parts);
        Add("$.upcomingPassInformation", Ios.V26, !pass.UpcomingPassInformation.IsEmpty, "show no events still to come", parts);
        Add("$.relevantDates", Ios.V18, !pass.RelevantDates.IsEmpty, pass.RelevantDate is null ? "do not offer the pass at these times" : "offer the pass at 'relevantDate' only", parts);
        Add("$.eventLogoText", Ios.V18P1, pass.EventLogoText is not null, "do not show this text", parts);
        Add("$.footerBackgroundColor", Ios.V18, pass.FooterBackgroundColor is not null, "do not use this colour", parts);
        Add("$.useAutomaticColors", Ios.V18, pass.UseAutomaticColors is true, "use the colours of the pass", parts);
        Add("$.suppressHeaderDarkening", Ios.V18, pass.SuppressHeaderDarkening is true, "have no header to darken", parts);
        Add("$.auxiliaryStoreIdentifiers", Ios.V18, !pass.AuxiliaryStoreIdentifiers.IsEmpty, "do not offer these apps", parts);
        Add("$.sharingProhibited", Ios.V11, pass.SharingProhibited is true, "show a Share button", parts);
        FindEventGuide(pass, parts);
        FindJourney(pass, parts);
    }

    private static void FindEventGuide(Pass pass, VersionList parts)
    {
        Guide("bagPolicyURL", pass.BagPolicyUrl);
        Guide("orderFoodURL", pass.OrderFoodUrl);
        Guide("parkingInformationURL", pass.ParkingInformationUrl);
        Guide("purchaseParkingURL", pass.PurchaseParkingUrl);
        Guide("directionsInformationURL", pass.DirectionsInformationUrl);
        Guide("transitInformationURL", pass.TransitInformationUrl);
        Guide("merchandiseURL", pass.MerchandiseUrl);
        Guide("accessibilityURL", pass.AccessibilityUrl);
        Guide("addOnURL", pass.AddOnUrl);
        Guide("contactVenueEmail", pass.ContactVenueEmail);
        Guide("contactVenuePhoneNumber", pass.ContactVenuePhoneNumber);
        Guide("contactVenueWebsite", pass.ContactVenueWebsite);
        Guide("transferURL", pass.TransferUrl);
        Guide("sellURL", pass.SellUrl);

        void Guide(string key, object? value) => Add($"$.{key}", Ios.V18, value is not null, NoButton, parts);
    }

    private static void FindJourney(Pass pass, VersionList parts)
    {
        Journey("managementURL", pass.ManagementUrl);
        Journey("upgradeURL", pass.UpgradeUrl);
        Journey("changeSeatURL", pass.ChangeSeatUrl);
        Journey("entertainmentURL", pass.EntertainmentUrl);
        Journey("purchaseAdditionalBaggageURL", pass.PurchaseAdditionalBaggageUrl);
        Journey("purchaseLoungeAccessURL", pass.PurchaseLoungeAccessUrl);
        Journey("purchaseWifiURL", pass.PurchaseWifiUrl);
        Journey("registerServiceAnimalURL", pass.RegisterServiceAnimalUrl);
        Journey("requestWheelchairURL", pass.RequestWheelchairUrl);
        Journey("trackBagsURL", pass.TrackBagsUrl);
        Journey("reportLostBagURL", pass.ReportLostBagUrl);
        Journey("transitProviderEmail", pass.TransitProviderEmail);
        Journey("transitProviderPhoneNumber", pass.TransitProviderPhoneNumber);
        Journey("transitProviderWebsiteURL", pass.TransitProviderWebsiteUrl);

        void Journey(string key, object? value) => Add($"$.{key}", Ios.V26, value is not null, NoButton, parts);
    }

    private static void Add(string path, Version version, bool isSet, string what, VersionList parts)
    {
        if (isSet)
            parts.Add(path, version, what);
    }
}

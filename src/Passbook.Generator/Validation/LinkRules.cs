namespace Passbook.Generator;

/// <summary>Rules about the addresses behind buttons.</summary>
internal static class LinkRules
{
    public static void Check(Pass pass, ProblemList problems)
    {
        CheckEventGuide(pass, problems);
        CheckJourney(pass, problems);
        for (var index = 0; index < pass.FeaturedActions.Count; index++)
        {
            // The path costs memory, which a pass without fault need not.
            if (pass.FeaturedActions[index].Url is { } address && !LinkTarget.IsUsual(address))
                Check(address, $"$.featuredActions[{index}]", "url", problems);
        }
    }

    public static void Check(EventGuideUrls? urls, string path, ProblemList problems)
    {
        if (urls is null)
            return;
        Check(urls.BagPolicyUrl, path, "bagPolicyURL", problems);
        Check(urls.OrderFoodUrl, path, "orderFoodURL", problems);
        Check(urls.ParkingInformationUrl, path, "parkingInformationURL", problems);
        Check(urls.PurchaseParkingUrl, path, "purchaseParkingURL", problems);
        Check(urls.DirectionsInformationUrl, path, "directionsInformationURL", problems);
        Check(urls.TransitInformationUrl, path, "transitInformationURL", problems);
        Check(urls.MerchandiseUrl, path, "merchandiseURL", problems);
        Check(urls.AccessibilityUrl, path, "accessibilityURL", problems);
        Check(urls.AddOnUrl, path, "addOnURL", problems);
        Check(urls.ContactVenueWebsite, path, "contactVenueWebsite", problems);
        Check(urls.TransferUrl, path, "transferURL", problems);
        Check(urls.SellUrl, path, "sellURL", problems);
    }

    private static void CheckEventGuide(Pass pass, ProblemList problems)
    {
        Check(pass.BagPolicyUrl, "$", "bagPolicyURL", problems);
        Check(pass.OrderFoodUrl, "$", "orderFoodURL", problems);
        Check(pass.ParkingInformationUrl, "$", "parkingInformationURL", problems);
        Check(pass.PurchaseParkingUrl, "$", "purchaseParkingURL", problems);
        Check(pass.DirectionsInformationUrl, "$", "directionsInformationURL", problems);
        Check(pass.TransitInformationUrl, "$", "transitInformationURL", problems);
        Check(pass.MerchandiseUrl, "$", "merchandiseURL", problems);
        Check(pass.AccessibilityUrl, "$", "accessibilityURL", problems);
        Check(pass.AddOnUrl, "$", "addOnURL", problems);
        Check(pass.ContactVenueWebsite, "$", "contactVenueWebsite", problems);
        Check(pass.TransferUrl, "$", "transferURL", problems);
        Check(pass.SellUrl, "$", "sellURL", problems);
    }

    private static void CheckJourney(Pass pass, ProblemList problems)
    {
        Check(pass.ManagementUrl, "$", "managementURL", problems);
        Check(pass.UpgradeUrl, "$", "upgradeURL", problems);
        Check(pass.ChangeSeatUrl, "$", "changeSeatURL", problems);
        Check(pass.EntertainmentUrl, "$", "entertainmentURL", problems);
        Check(pass.PurchaseAdditionalBaggageUrl, "$", "purchaseAdditionalBaggageURL", problems);
        Check(pass.PurchaseLoungeAccessUrl, "$", "purchaseLoungeAccessURL", problems);
        Check(pass.PurchaseWifiUrl, "$", "purchaseWifiURL", problems);
        Check(pass.RegisterServiceAnimalUrl, "$", "registerServiceAnimalURL", problems);
        Check(pass.RequestWheelchairUrl, "$", "requestWheelchairURL", problems);
        Check(pass.TrackBagsUrl, "$", "trackBagsURL", problems);
        Check(pass.ReportLostBagUrl, "$", "reportLostBagURL", problems);
        Check(pass.TransitProviderWebsiteUrl, "$", "transitProviderWebsiteURL", problems);
    }

    private static void Check(Uri? address, string path, string key, ProblemList problems)
    {
        if (address is null || LinkTarget.IsUsual(address))
            return;
        if (address.IsAbsoluteUri)
            problems.Warning($"{path}.{key}", PassProblemCode.LinkInvalid, $"The button may lead nowhere, because its address begins with '{address.Scheme}:': let it begin with https:, http:, mailto: or tel:.");
        else
            problems.Warning($"{path}.{key}", PassProblemCode.LinkInvalid, $"The button leads nowhere, because '{address}' is no whole address: write it with https: at its beginning.");
    }
}

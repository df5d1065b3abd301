namespace Passbook.Generator.Tests.Model;

/// <summary>The keys of <c>pass.json</c> and <c>personalization.json</c> but for the semantic tags; see <see cref="KeyTable"/>.</summary>
internal static class KeyTables
{
    public const string EventGuide = """
        bagPolicyURL             url
        orderFoodURL             url
        parkingInformationURL    url
        directionsInformationURL url
        purchaseParkingURL       url
        merchandiseURL           url
        transitInformationURL    url
        accessibilityURL         url
        addOnURL                 url
        contactVenueEmail        string
        contactVenuePhoneNumber  string
        contactVenueWebsite      url
        transferURL              url
        sellURL                  url

        """;

    public const string Pass = EventGuide + """
        formatVersion                number
        passTypeIdentifier           string
        serialNumber                 string
        teamIdentifier               string
        organizationName             string
        description                  string
        boardingPass                 object
        coupon                       object
        eventTicket                  object
        generic                      object
        storeCard                    object
        posterGeneric                object
        logoText                     string
        backgroundColor              colour
        foregroundColor              colour
        labelColor                   colour
        stripColor                   colour
        footerBackgroundColor        colour
        suppressStripShine           boolean
        suppressHeaderDarkening      boolean
        useAutomaticColors           boolean
        eventLogoText                string
        logoSymbolName               string
        groupingIdentifier           string
        barcodes                     [object]
        barcode                      object
        nfc                          object
        locations                    [object]
        beacons                      [object]
        maxDistance                  number
        relevantDate                 date
        relevantDates                [object]
        expirationDate               date
        voided                       boolean
        webServiceURL                url
        authenticationToken          string
        appLaunchURL                 url
        associatedStoreIdentifiers   [number]
        auxiliaryStoreIdentifiers    [number]
        userInfo                     any
        sharingProhibited            boolean
        semantics                    object
        preferredStyleSchemes        [name]  posterEventTicket eventTicket semanticBoardingPass boardingPass
        featuredActions              [object]
        upcomingPassInformation      [object]
        changeSeatURL                url
        entertainmentURL             url
        purchaseAdditionalBaggageURL url
        purchaseLoungeAccessURL      url
        purchaseWifiURL              url
        upgradeURL                   url
        managementURL                url
        registerServiceAnimalURL     url
        reportLostBagURL             url
        requestWheelchairURL         url
        trackBagsURL                 url
        transitProviderEmail         string
        transitProviderPhoneNumber   string
        transitProviderWebsiteURL    url
        """;

    public const string Fields = """
        headerFields         [object]
        primaryFields        [object]
        secondaryFields      [object]
        auxiliaryFields      [object]
        backFields           [object]
        additionalInfoFields [object]
        footerFields         [object]

        """;

    public const string BoardingPass = """
        transitType name  PKTransitTypeAir PKTransitTypeBoat PKTransitTypeBus PKTransitTypeGeneric PKTransitTypeTrain
        """;

    public const string Field = """
        key               string
        value             string
        label             string
        attributedValue   string
        changeMessage     string
        dataDetectorTypes [name]  PKDataDetectorTypePhoneNumber PKDataDetectorTypeLink PKDataDetectorTypeAddress PKDataDetectorTypeCalendarEvent
        textAlignment     name    PKTextAlignmentLeft PKTextAlignmentCenter PKTextAlignmentRight PKTextAlignmentNatural
        dateStyle         name    PKDateStyleNone PKDateStyleShort PKDateStyleMedium PKDateStyleLong PKDateStyleFull
        timeStyle         name    PKDateStyleNone PKDateStyleShort PKDateStyleMedium PKDateStyleLong PKDateStyleFull
        ignoresTimeZone   boolean
        isRelative        boolean
        numberStyle       name    PKNumberStyleDecimal PKNumberStylePercent PKNumberStyleScientific PKNumberStyleSpellOut
        currencyCode      string
        row               number
        semantics         object
        """;

    public const string Barcode = """
        format          name  PKBarcodeFormatQR PKBarcodeFormatPDF417 PKBarcodeFormatAztec PKBarcodeFormatCode128 PKBarcodeFormatCode39 PKBarcodeFormatCodabar PKBarcodeFormatEAN13 PKBarcodeFormatI2of5
        message         string
        messageEncoding string
        altText         string
        """;

    public const string Nfc = """
        message                string
        encryptionPublicKey    string
        requiresAuthentication boolean
        """;

    public const string Location = """
        latitude     number
        longitude    number
        altitude     number
        relevantText string
        """;

    public const string Beacon = """
        proximityUUID string
        major         number
        minor         number
        relevantText  string
        """;

    public const string RelevantDate = """
        date         date
        relevantDate date
        startDate    date
        endDate      date
        """;

    public const string FeaturedAction = """
        identifier      string
        type            name  viewSchedule watchTrailer listenToMusic call place addToBalance order shop membershipBenefits bookAppointment bookCar bookFlight bookStay viewOffersRewards
        url             url
        placeIdentifier string
        """;

    public const string Personalization = """
        description                   string
        requiredPersonalizationFields [name]  PKPassPersonalizationFieldName PKPassPersonalizationFieldPostalCode PKPassPersonalizationFieldEmailAddress PKPassPersonalizationFieldPhoneNumber
        termsAndConditions            string
        """;

    public const string UpcomingPassInformation = """
        type                      name  event
        identifier                string
        name                      string
        isActive                  boolean
        dateInformation           object
        semantics                 object
        additionalInfoFields      [object]
        backFields                [object]
        images                    object
        URLs                      object
        auxiliaryStoreIdentifiers [number]
        """;

    public const string UpcomingPassDate = """
        date                 date
        ignoreTimeComponents boolean
        isAllDay             boolean
        isUnannounced        boolean
        isUndetermined       boolean
        timeZone             string
        """;

    public const string UpcomingPassImages = """
        headerImage object
        venueMap    object
        """;

    public const string UpcomingPassImage = """
        URLs          [object]
        reuseExisting boolean
        """;

    public const string RemoteImage = """
        SHA256 string
        URL    url
        scale  number
        size   number
        """;
}

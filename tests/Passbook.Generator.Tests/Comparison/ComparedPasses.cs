using System.Text.Json;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Comparison;

/// <summary>The five passes that <c>passkit-generator.mjs</c> makes, made with this library.</summary>
internal static class ComparedPasses
{
    public static Pass BoardingPass { get; } = Card("Boarding pass", "B-1") with
    {
        GroupingIdentifier = "AY911",
        BackgroundColor = new PassColor(0, 30, 90),
        ForegroundColor = new PassColor(255, 255, 255),
        UpgradeUrl = new Uri("https://air.example/upgrade"),
        TransitProviderEmail = "help@air.example",
        PreferredStyleSchemes = [StyleScheme.SemanticBoardingPass, StyleScheme.BoardingPass],
        Semantics = new SemanticTags
        {
            AirlineCode = "AY",
            FlightNumber = 911,
            DepartureAirportCode = "HEL",
            DepartureLocation = new SemanticLocation { Latitude = 60.3172, Longitude = 24.9633 },
            DepartureLocationTimeZone = "Europe/Helsinki",
            DepartureLocationSecurityPrograms = [SecurityProgram.Clear],
            DestinationAirportCode = "OSL",
            OriginalDepartureDate = At(2027, 5, 1, 19, 0, 3),
            PassengerName = new PersonName { GivenName = "Aino", FamilyName = "Mäkinen" },
            Seats = [new SemanticSeat { SeatNumber = "7A", SeatType = "Window" }],
            WifiAccess = [new WifiNetwork { Ssid = "Sky", Password = "higher" }],
        },
        BoardingPass = new BoardingPassFields
        {
            TransitType = TransitType.Air,
            HeaderFields = [new PassField { Key = "gate", Label = "Gate", Value = "22", ChangeMessage = "Gate changed to %@" }],
            PrimaryFields =
            [
                new PassField { Key = "from", Label = "Helsinki", Value = "HEL" },
                new PassField { Key = "to", Label = "Oslo", Value = "OSL" },
            ],
            AuxiliaryFields =
            [
                new PassField
                {
                    Key = "boarding",
                    Label = "Boarding",
                    Value = At(2027, 5, 1, 18, 30, 3),
                    DateStyle = DateStyle.None,
                    TimeStyle = DateStyle.Short,
                    IgnoresTimeZone = true,
                },
            ],
        },
        RelevantDates = [new RelevantDate { Date = At(2027, 5, 1, 18, 30, 3) }],
        Barcodes =
        [
            new PassBarcode { Format = BarcodeFormat.Aztec, Message = "M1MÄKINEN" },
            new PassBarcode { Format = BarcodeFormat.Qr, Message = "M1MÄKINEN", MessageEncoding = "utf-8", AltText = "M1" },
        ],
    };

    public static Pass Coupon { get; } = Card("Coupon", "C-1") with
    {
        Voided = false,
        SuppressStripShine = true,
        Coupon = new PassFields
        {
            PrimaryFields = [new PassField { Key = "offer", Label = "Off", Value = 0.2m, NumberStyle = NumberStyle.Percent }],
            SecondaryFields = [new PassField { Key = "price", Label = "From", Value = 12.50m, CurrencyCode = "EUR", TextAlignment = TextAlignment.Right }],
        },
        ExpirationDate = At(2027, 12, 31, 23, 59, 2),
        RelevantDate = At(2027, 12, 1, 9, 0, 2),
        Barcodes = [new PassBarcode { Format = BarcodeFormat.Code128, Message = "0042" }],
    };

    public static Pass EventTicket { get; } = Card("Ticket", "E-1") with
    {
        EventLogoText = "Festival",
        FooterBackgroundColor = new PassColor(10, 20, 30),
        UseAutomaticColors = false,
        SuppressHeaderDarkening = true,
        BagPolicyUrl = new Uri("https://venue.example/bags"),
        ContactVenuePhoneNumber = "+358 9 123",
        AuxiliaryStoreIdentifiers = [123456789],
        PreferredStyleSchemes = [StyleScheme.PosterEventTicket, StyleScheme.EventTicket],
        Semantics = new SemanticTags
        {
            EventType = EventType.LivePerformance,
            EventName = "Concert",
            EventStartDate = At(2027, 6, 1, 20, 0, 5.5),
            EventStartDateInfo = new EventDateInfo { Date = At(2027, 6, 1, 20, 0, 5.5), TimeZone = "Asia/Kolkata", Undetermined = false },
            VenueName = "Hall",
            VenueRegionName = "Helsinki",
            VenueRoom = "A",
            PerformerNames = ["Aino", "Väinö"],
            ArtistIds = ["1", "2"],
            SilenceRequested = true,
            Duration = 5400,
            TotalPrice = CurrencyAmount.Of(59.90m, "EUR"),
            Seats = [new SemanticSeat { SeatSection = "A", SeatRow = "7", SeatNumber = "12", SeatSectionColor = new PassColor(255, 215, 0) }],
        },
        EventTicket = new PassFields
        {
            PrimaryFields = [new PassField { Key = "event", Value = "Concert" }],
            AuxiliaryFields = [new PassField { Key = "row", Label = "Row", Value = "7", Row = 1 }],
            AdditionalInfoFields = [new PassField { Key = "doors", Label = "Doors", Value = "Open at 19", Semantics = new SemanticTags { VenueEntrance = "North" } }],
            BackFields = [new PassField { Key = "terms", Value = "<a>", AttributedValue = "<a href='https://venue.example'>Terms</a>", DataDetectorTypes = [] }],
        },
        RelevantDates = [new RelevantDate { StartDate = At(2027, 6, 1, 18, 0, 5.5), EndDate = At(2027, 6, 1, 23, 0, 5.5) }],
        UpcomingPassInformation =
        [
            new UpcomingPassInformation
            {
                Identifier = "next",
                Name = "Second night",
                IsActive = false,
                DateInformation = new UpcomingPassDate { Date = At(2027, 6, 2, 20, 0, 5.5), IsAllDay = false },
                Urls = new EventGuideUrls { MerchandiseUrl = new Uri("https://venue.example/shirts") },
                Images = new UpcomingPassImages
                {
                    HeaderImage = new UpcomingPassImage
                    {
                        Urls = [new RemoteImage { Url = new Uri("https://venue.example/h.png"), Sha256 = new string('0', 64), Scale = 2, Size = 1000 }],
                    },
                    VenueMap = new UpcomingPassImage { ReuseExisting = true },
                },
                Semantics = new SemanticTags { VenueName = "Hall", VenuePlaceId = "IB452E0A3979253B0" },
            },
        ],
    };

    public static Pass Generic { get; } = Card("Member card", "G-1") with
    {
        SharingProhibited = true,
        UserInfo = JsonElement.Parse("""{"level":3,"tags":["a",null]}"""),
        Generic = new PassFields { PrimaryFields = [new PassField { Key = "name", Label = "Name", Value = "Aino" }] },
        PosterGeneric = new PassFields
        {
            HeaderFields = [new PassField { Key = "level", Label = "Level", Value = "Gold" }],
            PrimaryFields = [new PassField { Key = "member", Label = "Member", Value = "Aino" }],
            FooterFields = [new PassField { Key = "since", Label = "Since", Value = "2020" }],
        },
        FeaturedActions =
        [
            new FeaturedAction { Identifier = "shop", Type = FeaturedActionType.Shop, Url = new Uri("https://gym.example/shop") },
            new FeaturedAction { Identifier = "where", Type = FeaturedActionType.Place, PlaceIdentifier = "IB452E0A3979253B0" },
        ],
        Nfc = new PassNfc
        {
            Message = "G-1",
            EncryptionPublicKey = "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgACLhRY3VXHEbIkjCYtqDmnrGV8q8UqVFPJr5e0sgpnEUM=",
            RequiresAuthentication = true,
        },
    };

    public static Pass StoreCard { get; } = Card("Coffee card", "S-1") with
    {
        LogoText = "Käpy",
        LabelColor = new PassColor(255, 220, 180),
        StripColor = new PassColor(1, 2, 3),
        WebServiceUrl = new Uri("https://wallet.example/passes/"),
        AuthenticationToken = "0123456789abcdef",
        AppLaunchUrl = new Uri("coffee://card/0042"),
        AssociatedStoreIdentifiers = [987654321],
        MaxDistance = 250.5,
        StoreCard = new PassFields { PrimaryFields = [new PassField { Key = "balance", Label = "Balance", Value = 21.75m, CurrencyCode = "EUR" }] },
        Locations = [new PassLocation { Latitude = 60.17, Longitude = 24.94, Altitude = 12, RelevantText = "Coffee is near" }],
        Beacons = [new PassBeacon { ProximityUuid = Guid.Parse("5a4bcfce-174e-4bac-a814-092e77f6b7e5"), Major = 1, Minor = 2, RelevantText = "At the counter" }],
        Barcodes =
        [
            new PassBarcode { Format = BarcodeFormat.Ean13, Message = "4006381333931" },
            new PassBarcode { Format = BarcodeFormat.Qr, Message = "4006381333931" },
        ],
    };

    private static Pass Card(string description, string serialNumber) => Samples.Bare with { Description = description, SerialNumber = serialNumber };

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute, double offset) =>
        new(year, month, day, hour, minute, 0, TimeSpan.FromHours(offset));
}

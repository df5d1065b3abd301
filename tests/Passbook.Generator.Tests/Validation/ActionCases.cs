using Passbook.Generator.Tests.Support;
using static Passbook.Generator.Tests.Validation.RuleCase;

namespace Passbook.Generator.Tests.Validation;

/// <summary>Rules about featured actions, buttons and events still to come.</summary>
internal static class ActionCases
{
    private const string Sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static readonly Uri Site = new("https://a.example/");

    private static FeaturedAction Shop => new() { Identifier = "shop", Type = FeaturedActionType.Shop, Url = Site };

    private static FeaturedAction Place => new() { Identifier = "place", Type = FeaturedActionType.Place, PlaceIdentifier = "I1234" };

    private static UpcomingPassInformation Match => new() { Identifier = "1", Name = "HJK - KuPS" };

    private static RemoteImage Image => new() { Url = Site, Sha256 = Sha256, Size = 2_097_152 };

    public static IEnumerable<RuleCase> All => [.. Actions, .. Links, .. Upcoming];

    private static IEnumerable<RuleCase> Actions =>
    [
        Error(PassProblemCode.FeaturedActionsTooMany, "$.featuredActions", With(Shop, Place, Shop with { Identifier = "3" }), With(Shop, Place)),
        Error(PassProblemCode.FeaturedActionIdentifier, "$.featuredActions[0].identifier", With(Shop with { Identifier = "" }), With(Shop)),
        Error(PassProblemCode.FeaturedActionIdentifier, "$.featuredActions[1].identifier", With(Shop, Place with { Identifier = "shop" }), With(Shop, Place with { Identifier = "Shop" })),
        Error(PassProblemCode.ValueUnknown, "$.featuredActions[0].type", With(Shop with { Type = (FeaturedActionType)99 }), With(Shop with { Type = FeaturedActionType.ViewOffersRewards })),
        Error(PassProblemCode.FeaturedActionTarget, "$.featuredActions[0]", With(Shop with { Url = null }), With(Shop)),
        Error(PassProblemCode.FeaturedActionTarget, "$.featuredActions[0]", With(Place with { Url = Site }), With(Place)),
        Warning(PassProblemCode.FeaturedActionTarget, "$.featuredActions[0]", With(Place with { Url = Site, PlaceIdentifier = null }), With(Place)),
        Warning(PassProblemCode.FeaturedActionTarget, "$.featuredActions[0]", With(Shop with { Url = null, PlaceIdentifier = "I1" }), With(Shop)),
    ];

    private static IEnumerable<RuleCase> Links =>
    [
        Warning(PassProblemCode.LinkInvalid, "$.featuredActions[0].url", With(Shop with { Url = Relative }), With(Shop with { Url = new("tel:+3581") })),
        Warning(PassProblemCode.LinkInvalid, "$.featuredActions[0].url", With(Shop with { Url = new("javascript:alert(1)") }), With(Shop with { Url = new("HTTPS://a.example") })),
        Warning(PassProblemCode.LinkInvalid, "$.merchandiseURL", PosterCases.Ticket with { MerchandiseUrl = new("data:text/html,x") }, PosterCases.Ticket with { MerchandiseUrl = new("http://a.example") }),
        Warning(PassProblemCode.LinkInvalid, "$.managementURL", PosterCases.Flight with { ManagementUrl = new("file:///etc/passwd") }, PosterCases.Flight with { ManagementUrl = new("mailto:a@a.example") }),
        Warning(PassProblemCode.LinkInvalid, "$.upcomingPassInformation[0].URLs.sellURL", With(Match with { Urls = new() { SellUrl = new("JavaScript:alert(1)") } }), With(Match with { Urls = new() { SellUrl = Site } })),
        Warning(PassProblemCode.LinkInvalid, "$.appLaunchURL", Launching("javascript:alert(1)"), Launching("coffee:card/42")),
        Warning(PassProblemCode.LinkInvalid, "$.appLaunchURL", Launching("data:text/html,x"), Launching("https://a.example/app")),
        Warning(PassProblemCode.LinkInvalid, "$.bagPolicyURL", PosterCases.Ticket with { BagPolicyUrl = Relative }, PosterCases.Ticket with { BagPolicyUrl = Site }),
        Warning(PassProblemCode.LinkInvalid, "$.sellURL", PosterCases.Ticket with { SellUrl = Relative }, PosterCases.Ticket with { SellUrl = Site }),
        Warning(PassProblemCode.LinkInvalid, "$.changeSeatURL", PosterCases.Flight with { ChangeSeatUrl = Relative }, PosterCases.Flight with { ChangeSeatUrl = Site }),
        Warning(PassProblemCode.LinkInvalid, "$.upcomingPassInformation[0].URLs.orderFoodURL", With(Match with { Urls = new() { OrderFoodUrl = Relative } }), With(Match with { Urls = new() { OrderFoodUrl = Site } })),
    ];

    private static IEnumerable<RuleCase> Upcoming =>
    [
        Error(
            PassProblemCode.UpcomingNotAllowed, "$.upcomingPassInformation",
            With(Match) with { PreferredStyleSchemes = [] }, With(Match) with { PreferredStyleSchemes = [StyleScheme.PosterEventTicket] }),
        Error(PassProblemCode.UpcomingNotAllowed, "$.upcomingPassInformation", Samples.Generic with { UpcomingPassInformation = [Match] }, With(Match)),
        Error(PassProblemCode.UpcomingIdentifier, "$.upcomingPassInformation[0].identifier", With(Match with { Identifier = "" }), With(Match)),
        Error(PassProblemCode.UpcomingIdentifier, "$.upcomingPassInformation[1].identifier", With(Match, Match), With(Match, Match with { Identifier = "2" })),
        Error(PassProblemCode.UpcomingNameEmpty, "$.upcomingPassInformation[0].name", With(Match with { Name = " " }), With(Match with { Name = "?" })),
        Error(PassProblemCode.ValueUnknown, "$.upcomingPassInformation[0].type", With(Match with { Type = (UpcomingPassType)99 }), With(Match)),
        Error(
            PassProblemCode.DateInvalid, "$.upcomingPassInformation[0].dateInformation.date",
            With(Match with { DateInformation = new() { Date = PassDate.Read("2027-05-01") } }), With(Match with { DateInformation = new() { Date = PassDate.Read("2027-05-01T18:30Z") } })),
        Error(
            PassProblemCode.FieldKeyDuplicate, "$.upcomingPassInformation[0].additionalInfoFields[0].key",
            With(Match with { BackFields = [Field], AdditionalInfoFields = [Field] }), With(Match with { BackFields = [Field] }, Match with { Identifier = "2", BackFields = [Field] })),
        Error(
            PassProblemCode.LocationInvalid, "$.upcomingPassInformation[0].semantics.venueLocation",
            With(Match with { Semantics = new() { VenueLocation = new() { Latitude = 0, Longitude = 200 } } }), With(Match with { Semantics = new() { VenueLocation = new() { Latitude = 0, Longitude = 20 } } })),
        Remote(Image with { Url = new("http://a.example/") }, Image),
        Remote(Image with { Url = Relative }, Image with { Size = null }),
        Remote(Image with { Sha256 = Sha256[1..] }, Image with { Sha256 = Sha256.ToUpperInvariant() }),
        Remote(Image with { Sha256 = "g" + Sha256[1..] }, Image),
        Remote(Image with { Size = 2_097_153 }, Image),
    ];

    private static Uri Relative => new("/shop", UriKind.Relative);

    private static PassField Field => new() { Key = "k", Value = "v" };

    private static Pass Launching(string address) => Samples.Generic with { AppLaunchUrl = new(address), AssociatedStoreIdentifiers = [1] };

    private static Pass With(params ReadOnlySpan<FeaturedAction> actions) => Samples.Generic with { FeaturedActions = ValueList.Create(actions) };

    private static Pass With(params ReadOnlySpan<UpcomingPassInformation> events) => PosterCases.Ticket with { UpcomingPassInformation = ValueList.Create(events) };

    private static RuleCase Remote(RemoteImage broken, RemoteImage kept) => Warning(
        PassProblemCode.RemoteImageInvalid, "$.upcomingPassInformation[0].images.venueMap.URLs[0]",
        With(Match with { Images = new() { VenueMap = new() { Urls = [broken] } } }), With(Match with { Images = new() { VenueMap = new() { Urls = [kept] } } }));
}

namespace Passbook.Generator;

/// <summary>What the newer looks of event tickets and boarding passes need; without it, Wallet shows the classic look.</summary>
internal static class PosterRules
{
    public static void Check(Pass pass, PassLooks looks, ProblemList problems)
    {
        if ((looks & PassLooks.PosterEventTicket) is not PassLooks.None)
            CheckPoster(pass, new TagSearch(pass), problems);
        if ((looks & PassLooks.SemanticBoardingPass) is not PassLooks.None)
            CheckJourney(new TagSearch(pass), problems);
    }

    /// <summary>The image that makes a poster.</summary>
    public static void CheckArtwork(PassLooks looks, ImageFact[] images, ProblemList problems)
    {
        if ((looks & PassLooks.Poster) is PassLooks.None)
            return;
        // A poster event ticket takes its background when there is no artwork.
        var mayBeBackground = (looks & PassLooks.PosterEventTicket) is not PassLooks.None;
        if (!Array.Exists(images, image => image.Box.Name == "artwork" || (mayBeBackground && image.Box.Name == "background")))
            problems.Warning("artwork@2x.png", PassProblemCode.ArtworkMissing, "The pass has no picture for its poster: add artwork@2x.png and artwork@3x.png, with 716 x 896 and 1074 x 1344 pixels.");
    }

    private static void CheckPoster(Pass pass, TagSearch tags, ProblemList problems)
    {
        var type = tags.Find(tag => tag.EventType);
        tags.Require("eventName", tag => tag.EventName);
        tags.Require("venueName", tag => tag.VenueName);
        tags.Require("venueRegionName", tag => tag.VenueRegionName);
        tags.Require("venueRoom", tag => tag.VenueRoom);
        if (type is EventType.Sports)
        {
            tags.Require("homeTeamAbbreviation", tag => tag.HomeTeamAbbreviation);
            tags.Require("awayTeamAbbreviation", tag => tag.AwayTeamAbbreviation);
        }

        if (type is EventType.LivePerformance)
            tags.Require("performerNames", tag => tag.PerformerNames.IsEmpty ? null : "");
        if (tags.TakeMissing() is { } missing)
            problems.Warning("$.semantics", PassProblemCode.PosterTagsMissing, $"Wallet may show the ticket as a classic one until it is told more: add the semantic tags {missing}.");

        // These only Apple's own pass builder asks for; its documentation does not.
        tags.Require("eventStartDate", tag => tag.EventStartDate ?? tag.EventStartDateInfo?.Date);
        tags.Require("seats", tag => tag.Seats.IsEmpty ? null : "");
        if (type is EventType.LivePerformance)
            tags.Require("artistIDs", tag => tag.ArtistIds.IsEmpty ? null : "");
        if (tags.TakeMissing() is { } advised)
            problems.Warning("$.semantics", PassProblemCode.PosterTagsAdvised, $"Wallet may show the ticket as a classic one until it is told more: add the semantic tags {advised}.");
        if (pass.Nfc is not { RequiresAuthentication: true })
            problems.Warning("$.nfc", PassProblemCode.PosterNfcAdvised, "Phones before iOS 27 may show the ticket as a classic one unless it is for contactless readers and asks for its owner: add that, or see it on a phone first.");
    }

    private static void CheckJourney(TagSearch tags, ProblemList problems)
    {
        tags.Require("passengerName", tag => tag.PassengerName);
        tags.Require("airlineCode", tag => tag.AirlineCode);
        tags.Require("flightNumber", tag => tag.FlightNumber);
        tags.Require("originalDepartureDate", tag => tag.OriginalDepartureDate);
        tags.Require("originalBoardingDate", tag => tag.OriginalBoardingDate);
        tags.Require("originalArrivalDate", tag => tag.OriginalArrivalDate);
        tags.Require("departureAirportCode", tag => tag.DepartureAirportCode);
        tags.Require("departureCityName", tag => tag.DepartureCityName);
        tags.Require("departureLocationTimeZone", tag => tag.DepartureLocationTimeZone);
        tags.Require("destinationAirportCode", tag => tag.DestinationAirportCode);
        tags.Require("destinationCityName", tag => tag.DestinationCityName);
        tags.Require("destinationLocationTimeZone", tag => tag.DestinationLocationTimeZone);
        tags.Require("seats", tag => tag.Seats.IsEmpty ? null : "");
        if (tags.TakeMissing() is { } missing)
            problems.Warning("$.semantics", PassProblemCode.SemanticTagsMissing, $"Wallet may show the boarding pass as a classic one until it is told more: add the semantic tags {missing}.");
    }
}

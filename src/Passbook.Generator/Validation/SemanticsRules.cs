using System.Globalization;

namespace Passbook.Generator;

/// <summary>Rules about semantic tags, of a pass, a field or an event still to come.</summary>
internal static class SemanticsRules
{
    public static void Check(SemanticTags? tags, string path, ProblemList problems)
    {
        if (tags is null)
            return;
        CheckDates(tags, path, problems);
        CheckValues(tags, path, problems);
        CheckPlace(tags.VenueLocation, path, "venueLocation", problems);
        CheckPlace(tags.DepartureLocation, path, "departureLocation", problems);
        CheckPlace(tags.DestinationLocation, path, "destinationLocation", problems);
        CheckAmount(tags.Balance, path, "balance", problems);
        CheckAmount(tags.TotalPrice, path, "totalPrice", problems);
    }

    private static void CheckDates(SemanticTags tags, string path, ProblemList problems)
    {
        DateRules.CheckReadable(path, "eventStartDate", tags.EventStartDate, problems);
        DateRules.CheckReadable(path, "eventStartDateInfo.date", tags.EventStartDateInfo?.Date, problems);
        DateRules.CheckReadable(path, "eventEndDate", tags.EventEndDate, problems);
        DateRules.CheckReadable(path, "originalDepartureDate", tags.OriginalDepartureDate, problems);
        DateRules.CheckReadable(path, "currentDepartureDate", tags.CurrentDepartureDate, problems);
        DateRules.CheckReadable(path, "originalBoardingDate", tags.OriginalBoardingDate, problems);
        DateRules.CheckReadable(path, "currentBoardingDate", tags.CurrentBoardingDate, problems);
        DateRules.CheckReadable(path, "originalArrivalDate", tags.OriginalArrivalDate, problems);
        DateRules.CheckReadable(path, "currentArrivalDate", tags.CurrentArrivalDate, problems);
        DateRules.CheckReadable(path, "venueOpenDate", tags.VenueOpenDate, problems);
        DateRules.CheckReadable(path, "venueParkingLotsOpenDate", tags.VenueParkingLotsOpenDate, problems);
        DateRules.CheckReadable(path, "venueGatesOpenDate", tags.VenueGatesOpenDate, problems);
        DateRules.CheckReadable(path, "venueBoxOfficeOpenDate", tags.VenueBoxOfficeOpenDate, problems);
        DateRules.CheckReadable(path, "venueDoorsOpenDate", tags.VenueDoorsOpenDate, problems);
        DateRules.CheckReadable(path, "venueFanZoneOpenDate", tags.VenueFanZoneOpenDate, problems);
        DateRules.CheckReadable(path, "venueCloseDate", tags.VenueCloseDate, problems);
    }

    // Apple adds values with every iOS, and a tag that is not understood costs a suggestion at most.
    private static void CheckValues(SemanticTags tags, string path, ProblemList problems)
    {
        if (tags.EventType is { } type && !Enum.IsDefined(type))
            problems.Warning($"{path}.eventType", PassProblemCode.ValueUnknown, KnownValues.Sentence(type));
        foreach (var capability in tags.PassengerCapabilities)
        {
            if (!Enum.IsDefined(capability))
                problems.Warning($"{path}.passengerCapabilities", PassProblemCode.ValueUnknown, KnownValues.Sentence(capability));
        }

        CheckPrograms(tags.PassengerEligibleSecurityPrograms, path, "passengerEligibleSecurityPrograms", problems);
        CheckPrograms(tags.DepartureLocationSecurityPrograms, path, "departureLocationSecurityPrograms", problems);
        CheckPrograms(tags.DestinationLocationSecurityPrograms, path, "destinationLocationSecurityPrograms", problems);
    }

    private static void CheckPrograms(ValueList<SecurityProgram> programs, string path, string key, ProblemList problems)
    {
        foreach (var program in programs)
        {
            if (!Enum.IsDefined(program))
                problems.Warning($"{path}.{key}", PassProblemCode.ValueUnknown, KnownValues.Sentence(program));
        }
    }

    private static void CheckPlace(SemanticLocation? place, string path, string key, ProblemList problems)
    {
        if (place is not null && !PlaceRules.IsOnEarth(place.Latitude, place.Longitude))
            problems.Error($"{path}.{key}", PassProblemCode.LocationInvalid, "A latitude is from -90 to 90 degrees and a longitude from -180 to 180: correct them.");
    }

    private static void CheckAmount(CurrencyAmount? amount, string path, string key, ProblemList problems)
    {
        if (amount?.Amount is { } number && !decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            problems.Warning($"{path}.{key}.amount", PassProblemCode.AmountInvalid, $"'{number}' is no amount: write it in figures with a point, such as 12.50.");
        if (amount?.CurrencyCode is { } code && !Currency.IsKnown(code))
            problems.Warning($"{path}.{key}.currencyCode", PassProblemCode.CurrencyUnknown, Currency.UnknownSentence(code));
    }
}

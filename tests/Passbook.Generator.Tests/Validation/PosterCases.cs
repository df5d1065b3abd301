using Passbook.Generator.Tests.Support;
using static Passbook.Generator.Tests.Validation.RuleCase;

namespace Passbook.Generator.Tests.Validation;

/// <summary>Rules about the newer looks: posters, semantic boarding passes, and the tags they are drawn from.</summary>
internal static class PosterCases
{
    private static readonly DateTimeOffset Date = new(2027, 5, 1, 18, 30, 0, TimeSpan.FromHours(2));

    /// <summary>A poster event ticket that wants nothing.</summary>
    public static Pass Ticket { get; } = Samples.Bare with
    {
        EventTicket = new(),
        PreferredStyleSchemes = [StyleScheme.PosterEventTicket, StyleScheme.EventTicket],
        Nfc = new() { Message = "m", EncryptionPublicKey = ServiceCases.Key, RequiresAuthentication = true },
        Semantics = new()
        {
            EventType = EventType.Movie,
            EventName = "Premiere",
            EventStartDate = Date,
            VenueName = "Bio Rex",
            VenueRegionName = "Helsinki",
            VenueRoom = "1",
            Seats = [new() { SeatNumber = "7" }],
        },
    };

    /// <summary>A semantic boarding pass that wants nothing.</summary>
    public static Pass Flight { get; } = Samples.Bare with
    {
        BoardingPass = new() { TransitType = TransitType.Air },
        PreferredStyleSchemes = [StyleScheme.SemanticBoardingPass, StyleScheme.BoardingPass],
        Semantics = new()
        {
            PassengerName = new() { FamilyName = "Virtanen" },
            AirlineCode = "AY",
            FlightNumber = 911,
            OriginalDepartureDate = Date,
            OriginalBoardingDate = Date,
            OriginalArrivalDate = Date,
            DepartureAirportCode = "HEL",
            DepartureCityName = "Helsinki",
            DepartureLocationTimeZone = "Europe/Helsinki",
            DestinationAirportCode = "OSL",
            DestinationCityName = "Oslo",
            DestinationLocationTimeZone = "Europe/Oslo",
            Seats = [new() { SeatNumber = "7A" }],
        },
    };

    /// <summary>A poster, and what older phones show.</summary>
    public static Pass Poster { get; } = Samples.Generic with { PosterGeneric = new() };

    public static IEnumerable<RuleCase> All => [.. Looks, .. Needs, .. Tags, .. Fields];

    private static IEnumerable<RuleCase> Looks =>
    [
        Error(PassProblemCode.StyleSeveral, "$", Poster with { Coupon = new() }, Poster),
        Warning(PassProblemCode.PosterGenericWithoutFallback, "$.posterGeneric", Poster with { Generic = null }, Poster),
        Error(
            PassProblemCode.TransitTypeNotAllowed, "$.posterGeneric.transitType",
            JsonCases.Json(""" "posterGeneric":{"transitType":"PKTransitTypeAir"} """), JsonCases.Json(""" "posterGeneric":{} """)),
        Warning(PassProblemCode.StyleSchemeInvalid, "$.preferredStyleSchemes[0]", Poster with { PreferredStyleSchemes = [StyleScheme.PosterEventTicket] }, Poster),
        Warning(
            PassProblemCode.StyleSchemeInvalid, "$.preferredStyleSchemes[1]",
            Ticket with { PreferredStyleSchemes = [StyleScheme.PosterEventTicket, StyleScheme.BoardingPass] }, Ticket),
        Warning(
            PassProblemCode.StyleSchemeInvalid, "$.preferredStyleSchemes[0]",
            JsonCases.Json(""" "preferredStyleSchemes":["posterOfTomorrow"] """), JsonCases.Json(""" "preferredStyleSchemes":[] """)),
    ];

    private static IEnumerable<RuleCase> Needs =>
    [
        Lacks(PassProblemCode.PosterTagsMissing, Ticket, tags => tags with { EventName = null }),
        Lacks(PassProblemCode.PosterTagsMissing, Ticket, tags => tags with { VenueName = null }),
        Lacks(PassProblemCode.PosterTagsMissing, Ticket, tags => tags with { VenueRegionName = null }),
        Lacks(PassProblemCode.PosterTagsMissing, Ticket, tags => tags with { VenueRoom = null }),
        Lacks(
            PassProblemCode.PosterTagsMissing,
            Ticket, tags => tags with { EventType = EventType.Sports, HomeTeamAbbreviation = "HJK" },
            tags => tags with { EventType = EventType.Sports, HomeTeamAbbreviation = "HJK", AwayTeamAbbreviation = "KuPS" }),
        Lacks(
            PassProblemCode.PosterTagsMissing,
            Ticket, tags => tags with { EventType = EventType.LivePerformance, ArtistIds = ["1"] },
            tags => tags with { EventType = EventType.LivePerformance, ArtistIds = ["1"], PerformerNames = ["Käärijä"] }),
        Lacks(
            PassProblemCode.PosterTagsAdvised,
            Ticket, tags => tags with { EventType = EventType.LivePerformance, PerformerNames = ["Käärijä"] },
            tags => tags with { EventType = EventType.LivePerformance, ArtistIds = ["1"], PerformerNames = ["Käärijä"] }),
        Lacks(PassProblemCode.PosterTagsAdvised, Ticket, tags => tags with { Seats = [] }),
        Lacks(
            PassProblemCode.PosterTagsAdvised,
            Ticket, tags => tags with { EventStartDate = null }, tags => tags with { EventStartDate = null, EventStartDateInfo = new() { Date = Date } }),
        Warning(PassProblemCode.PosterNfcAdvised, "$.nfc", Ticket with { Nfc = Ticket.Nfc! with { RequiresAuthentication = null } }, Ticket),
        Warning(PassProblemCode.PosterNfcAdvised, "$.nfc", Ticket with { Nfc = null }, Ticket with { Nfc = null, PreferredStyleSchemes = [StyleScheme.EventTicket] }),
        Lacks(PassProblemCode.SemanticTagsMissing, Flight, tags => tags with { FlightNumber = null }),
        Lacks(PassProblemCode.SemanticTagsMissing, Flight, tags => tags with { DepartureLocationTimeZone = null }),
        // A field may say it too.
        Warning(
            PassProblemCode.SemanticTagsMissing, "$.semantics",
            WithField(Flight with { Semantics = Flight.Semantics! with { AirlineCode = null } }, new() { FlightCode = "AY911" }),
            WithField(Flight with { Semantics = Flight.Semantics! with { AirlineCode = null } }, new() { AirlineCode = "AY" })),
    ];

    private static IEnumerable<RuleCase> Tags =>
    [
        OfTag(false, PassProblemCode.ValueUnknown, "eventType", new() { EventType = (EventType)99 }, new() { EventType = EventType.SocialGathering }),
        OfTag(false, PassProblemCode.ValueUnknown, "passengerCapabilities", new() { PassengerCapabilities = [(PassengerCapability)99] }, new() { PassengerCapabilities = [PassengerCapability.LapInfant] }),
        OfTag(false, PassProblemCode.ValueUnknown, "passengerEligibleSecurityPrograms", new() { PassengerEligibleSecurityPrograms = [(SecurityProgram)99] }, new() { PassengerEligibleSecurityPrograms = [SecurityProgram.GlobalEntry] }),
        OfTag(true, PassProblemCode.DateInvalid, "eventStartDate", ReadDate("tomorrow"), ReadDate("2027-05-01T18:30+02:00")),
        OfTag(true, PassProblemCode.DateInvalid, "eventStartDateInfo.date", new() { EventStartDateInfo = new() { Date = ReadDate("8 pm").EventStartDate } }, new() { EventStartDateInfo = new() { Date = Date } }),
        OfTag(true, PassProblemCode.DateInvalid, "currentBoardingDate", new() { CurrentBoardingDate = ReadDate("").EventStartDate }, new() { CurrentBoardingDate = Date }),
        OfTag(true, PassProblemCode.LocationInvalid, "venueLocation", new() { VenueLocation = new() { Latitude = 91, Longitude = 0 } }, new() { VenueLocation = new() { Latitude = 90, Longitude = 0 } }),
        OfTag(true, PassProblemCode.LocationInvalid, "destinationLocation", new() { DestinationLocation = new() { Latitude = 0, Longitude = -181 } }, new() { DestinationLocation = new() { Latitude = 0, Longitude = -180 } }),
        OfTag(false, PassProblemCode.AmountInvalid, "balance.amount", new() { Balance = new() { Amount = "12,50", CurrencyCode = "EUR" } }, new() { Balance = new() { Amount = "-12.50", CurrencyCode = "EUR" } }),
        OfTag(false, PassProblemCode.CurrencyUnknown, "totalPrice.currencyCode", new() { TotalPrice = new() { Amount = "1", CurrencyCode = "€" } }, new() { TotalPrice = new() { Amount = "1", CurrencyCode = "SEK" } }),
        Warning(
            PassProblemCode.AmountInvalid, "$.generic.backFields[0].semantics.balance.amount",
            WithField(Samples.Generic, new() { Balance = new() { Amount = "many" } }), WithField(Samples.Generic, new() { Balance = new() { Amount = "0" } })),
    ];

    private static IEnumerable<RuleCase> Fields =>
    [
        Warning(PassProblemCode.FieldsTooMany, "$.posterGeneric.headerFields", Poster with { PosterGeneric = new() { HeaderFields = Numbered(2) } }, Poster with { PosterGeneric = new() { HeaderFields = Numbered(1) } }),
        Warning(PassProblemCode.FieldsTooMany, "$.posterGeneric.primaryFields", Poster with { PosterGeneric = new() { PrimaryFields = Numbered(5) } }, Poster with { PosterGeneric = new() { PrimaryFields = Numbered(4) } }),
        Warning(PassProblemCode.FieldsTooMany, "$.posterGeneric.footerFields", Poster with { PosterGeneric = new() { FooterFields = Numbered(3) } }, Poster with { PosterGeneric = new() { FooterFields = Numbered(2) } }),
        Warning(PassProblemCode.FieldsNotShown, "$.posterGeneric.secondaryFields", Poster with { PosterGeneric = new() { SecondaryFields = Numbered(1) } }, Poster with { PosterGeneric = new() { AdditionalInfoFields = Numbered(9) } }),
        Warning(PassProblemCode.FieldsNotShown, "$.posterGeneric.auxiliaryFields", Poster with { PosterGeneric = new() { AuxiliaryFields = Numbered(1) } }, Poster with { PosterGeneric = new() { BackFields = Numbered(9) } }),
        Warning(PassProblemCode.FieldsNotShown, "$.generic.footerFields", Samples.Bare with { Generic = new() { FooterFields = Numbered(1) } }, Poster with { PosterGeneric = new() { FooterFields = Numbered(1) } }),
        Warning(PassProblemCode.FieldsNotShown, "$.coupon.additionalInfoFields", Samples.Bare with { Coupon = new() { AdditionalInfoFields = Numbered(1) } }, Samples.Bare with { EventTicket = new() { AdditionalInfoFields = Numbered(9) } }),
        Warning(PassProblemCode.FieldsNotShown, "$.boardingPass.additionalInfoFields", Flight with { BoardingPass = Flight.BoardingPass! with { AdditionalInfoFields = Numbered(1) } }, Flight),
        // The two styles are looks of one pass: a key may stand in both.
        Error(
            PassProblemCode.FieldKeyDuplicate, "$.posterGeneric.backFields[0].key",
            Poster with { PosterGeneric = new() { PrimaryFields = Numbered(1), BackFields = Numbered(1) } },
            Poster with { Generic = new() { PrimaryFields = Numbered(1) }, PosterGeneric = new() { PrimaryFields = Numbered(1) } }),
        Warning(
            PassProblemCode.AttributedValueLiteral, "$.posterGeneric.additionalInfoFields[0].attributedValue",
            Poster with { PosterGeneric = new() { AdditionalInfoFields = [Linked] } }, Poster with { PosterGeneric = new() { BackFields = [Linked] } }),
    ];

    private static PassField Linked => new() { Key = "k", Value = "v", AttributedValue = "<a href=\"https://a.example\">v</a>" };

    private static RuleCase Lacks(string code, Pass pass, Func<SemanticTags, SemanticTags> broken, Func<SemanticTags, SemanticTags>? kept = null) => Warning(
        code, "$.semantics", pass with { Semantics = broken(pass.Semantics!) }, pass with { Semantics = kept?.Invoke(pass.Semantics!) ?? pass.Semantics });

    private static RuleCase OfTag(bool isError, string code, string key, SemanticTags broken, SemanticTags kept) => new(
        code, $"$.semantics.{key}", isError ? ProblemSeverity.Error : ProblemSeverity.Warning,
        Samples.Generic with { Semantics = broken }, Samples.Generic with { Semantics = kept });

    private static SemanticTags ReadDate(string text) => new() { EventStartDate = PassDate.Read(text) };

    private static Pass WithField(Pass pass, SemanticTags tags)
    {
        ValueList<PassField> fields = [new() { Key = "k", Value = "v", Semantics = tags }];
        return pass.BoardingPass is null
            ? pass with { Generic = new() { BackFields = fields } }
            : pass with { BoardingPass = pass.BoardingPass with { BackFields = fields } };
    }

    private static ValueList<PassField> Numbered(int count) => Enumerable.Range(0, count).Select(index => new PassField { Key = $"k{index}", Value = index }).ToValueList();
}

using Passbook.Generator.Tests.Support;
using static Passbook.Generator.Tests.Validation.RuleCase;

namespace Passbook.Generator.Tests.Validation;

/// <summary>Rules about the pass as a whole: identity, style, dates, colours, places.</summary>
internal static class PassCases
{
    private static readonly DateTimeOffset Later = Subject.Now.AddDays(40);

    private static Pass Generic => Samples.Generic;

    public static IEnumerable<RuleCase> All =>
    [
        Error(PassProblemCode.FormatVersion, "$.formatVersion", Generic with { FormatVersion = 2 }, Generic with { FormatVersion = 1 }),
        Error(PassProblemCode.RequiredEmpty, "$.passTypeIdentifier", Generic with { PassTypeIdentifier = "" }, Generic),
        Error(PassProblemCode.RequiredEmpty, "$.serialNumber", Generic with { SerialNumber = "" }, Generic with { SerialNumber = "0" }),
        Error(PassProblemCode.RequiredEmpty, "$.teamIdentifier", Generic with { TeamIdentifier = " " }, Generic),
        Error(PassProblemCode.RequiredEmpty, "$.organizationName", Generic with { OrganizationName = "" }, Generic with { OrganizationName = "Ö" }),
        Error(PassProblemCode.RequiredEmpty, "$.description", Generic with { Description = "\n" }, Generic with { Description = "Card" }),
        Warning(PassProblemCode.SerialNumberInvalid, "$.serialNumber", Generic with { SerialNumber = "42\n" }, Generic with { SerialNumber = "42 / ä ?" }),
        Warning(PassProblemCode.SerialNumberInvalid, "$.serialNumber", Generic with { SerialNumber = "4\u00852" }, Generic with { SerialNumber = "4\u00A02" }),
        Warning(PassProblemCode.TextLong, "$.logoText", Generic with { LogoText = new string('x', 31) }, Generic with { LogoText = new string('x', 30) }),
        Error(PassProblemCode.StyleMissing, "$", Samples.Bare, Generic),
        Error(PassProblemCode.StyleSeveral, "$", Generic with { Coupon = new PassFields() }, Generic),
        Error(PassProblemCode.ValueUnknown, "$.boardingPass.transitType", Boarding((TransitType)9), Boarding(TransitType.Train)),
        Error(PassProblemCode.TransitTypeNotAllowed, "$.coupon.transitType", WithTransit("coupon"), Boarding(TransitType.Air)),
        Error(PassProblemCode.TransitTypeNotAllowed, "$.eventTicket.transitType", WithTransit("eventTicket"), Samples.EventTicket),
        Error(PassProblemCode.TransitTypeNotAllowed, "$.generic.transitType", WithTransit("generic"), Generic),
        Error(PassProblemCode.TransitTypeNotAllowed, "$.storeCard.transitType", WithTransit("storeCard"), Samples.StoreCard),
        Error(PassProblemCode.GroupingNotAllowed, "$.groupingIdentifier", Generic with { GroupingIdentifier = "g" }, Samples.EventTicket with { GroupingIdentifier = "g" }),

        Warning(PassProblemCode.PassExpired, "$.expirationDate", Generic with { ExpirationDate = Subject.Now.AddSeconds(-1) }, Generic with { ExpirationDate = Subject.Now }),
        Error(PassProblemCode.RelevantDateInvalid, "$.relevantDates[0]", Relevant(new RelevantDate { EndDate = Later }), Relevant(new RelevantDate { Date = Later })),
        Error(PassProblemCode.RelevantDateInvalid, "$.relevantDates[0]", Relevant(new RelevantDate()), Relevant(new RelevantDate { StartDate = Later, EndDate = Later })),
        Error(
            PassProblemCode.RelevantDateInvalid, "$.relevantDates[1]",
            Relevant(new() { Date = Later }, new() { StartDate = Later, EndDate = Later.AddDays(-1) }),
            Relevant(new() { Date = Later }, new() { StartDate = Later, EndDate = Later.AddDays(1) })),

        // The greys on either side of a contrast of 4.5 with black, and with white.
        Warning(PassProblemCode.ContrastLow, "$.labelColor", Colours(new(0, 0, 0), label: Grey(116)), Colours(new(0, 0, 0), label: Grey(117))),
        Warning(PassProblemCode.ContrastLow, "$.foregroundColor", Colours(new(255, 255, 255), value: Grey(119)), Colours(new(255, 255, 255), value: Grey(118))),

        Error(PassProblemCode.LocationsTooMany, "$.locations", Generic with { Locations = Places(11) }, Generic with { Locations = Places(10) }),
        Error(PassProblemCode.LocationInvalid, "$.locations[0].latitude", At(90.1, 0), At(-90, 0)),
        Error(PassProblemCode.LocationInvalid, "$.locations[0].longitude", At(0, double.NaN), At(0, 180)),
        Error(PassProblemCode.LocationInvalid, "$.locations[0].altitude", At(0, 0, double.PositiveInfinity), At(0, 0, -400)),
        Warning(
            PassProblemCode.TextLong, "$.locations[0].relevantText",
            Generic with { Locations = [new() { Latitude = 0, Longitude = 0, RelevantText = new string('x', 179) }] },
            Generic with { Locations = [new() { Latitude = 0, Longitude = 0, RelevantText = new string('x', 178) }] }),
        Warning(
            PassProblemCode.TextLong, "$.beacons[0].relevantText",
            Generic with { Beacons = [new() { ProximityUuid = Guid.Empty, RelevantText = new string('x', 179) }] },
            Generic with { Beacons = [new() { ProximityUuid = Guid.Empty, RelevantText = new string('x', 178) }] }),
        Warning(PassProblemCode.BeaconsTooMany, "$.beacons", Generic with { Beacons = Beacons(11) }, Generic with { Beacons = Beacons(10) }),
        Error(PassProblemCode.MaxDistanceInvalid, "$.maxDistance", Generic with { MaxDistance = 0 }, Generic with { MaxDistance = 0.5 }),
        Error(PassProblemCode.MaxDistanceInvalid, "$.maxDistance", Generic with { MaxDistance = double.NaN }, Generic with { MaxDistance = 100_000 }),
    ];

    private static Pass Boarding(TransitType type) => Samples.Bare with { BoardingPass = new() { TransitType = type } };

    private static Subject WithTransit(string style) => Subject.OfJson(
        $$"""{"formatVersion":1,"passTypeIdentifier":"p","serialNumber":"s","teamIdentifier":"t","organizationName":"o","description":"d","{{style}}":{"transitType":"PKTransitTypeAir"} }""");

    private static Pass Relevant(params ReadOnlySpan<RelevantDate> dates) => Generic with { RelevantDates = ValueList.Create(dates) };

    private static PassColor Grey(byte channel) => new(channel, channel, channel);

    private static Pass Colours(PassColor background, PassColor? value = null, PassColor? label = null) =>
        Generic with { BackgroundColor = background, ForegroundColor = value, LabelColor = label };

    private static ValueList<PassLocation> Places(int count) => Enumerable.Repeat(new PassLocation { Latitude = 0, Longitude = 0 }, count).ToValueList();

    private static ValueList<PassBeacon> Beacons(int count) => Enumerable.Repeat(new PassBeacon { ProximityUuid = Guid.Empty }, count).ToValueList();

    private static Pass At(double latitude, double longitude, double? altitude = null) =>
        Generic with { Locations = [new() { Latitude = latitude, Longitude = longitude, Altitude = altitude }] };
}

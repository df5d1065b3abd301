namespace Passbook.Generator;

/// <summary>Rules about locations and beacons.</summary>
internal static class PlaceRules
{
    private const int Most = 10;

    public static void Check(Pass pass, ProblemList problems)
    {
        if (pass.Locations.Count > Most)
            problems.Error("$.locations", PassProblemCode.LocationsTooMany, $"A pass has at most {Most} locations, and there are {pass.Locations.Count}: keep the most important ones.");
        // Only Apple's archived guide has this limit: what a phone does with more is not known.
        if (pass.Beacons.Count > Most)
            problems.Warning("$.beacons", PassProblemCode.BeaconsTooMany, $"Wallet may heed only {Most} beacons, and there are {pass.Beacons.Count}: keep the most important ones.");
        if (pass.MaxDistance is { } distance && !(distance > 0 && double.IsFinite(distance)))
            problems.Error("$.maxDistance", PassProblemCode.MaxDistanceInvalid, "The distance must be more than 0 metres: correct it, or leave it out.");
        for (var index = 0; index < pass.Beacons.Count; index++)
            CheckText("$.beacons", index, pass.Beacons[index].RelevantText, problems);
        for (var index = 0; index < pass.Locations.Count; index++)
        {
            var location = pass.Locations[index];
            if (!IsLatitude(location.Latitude))
                problems.Error($"$.locations[{index}].latitude", PassProblemCode.LocationInvalid, "A latitude is from -90 to 90 degrees: correct it.");
            if (!IsLongitude(location.Longitude))
                problems.Error($"$.locations[{index}].longitude", PassProblemCode.LocationInvalid, "A longitude is from -180 to 180 degrees: correct it.");
            CheckText("$.locations", index, location.RelevantText, problems);
            if (location.Altitude is { } altitude && !double.IsFinite(altitude))
                problems.Error($"$.locations[{index}].altitude", PassProblemCode.LocationInvalid, "An altitude is a number of metres: correct it, or leave it out.");
        }
    }

    public static bool IsOnEarth(double latitude, double longitude) => IsLatitude(latitude) && IsLongitude(longitude);

    private static void CheckText(string list, int index, string? text, ProblemList problems)
    {
        if (text?.Length > TextLength.Notification)
            TextLength.Warn($"{list}[{index}].relevantText", text.Length, TextLength.Notification, problems);
    }

    // Written so that NaN is outside.
    private static bool IsLatitude(double degrees) => Math.Abs(degrees) <= 90;

    private static bool IsLongitude(double degrees) => Math.Abs(degrees) <= 180;
}

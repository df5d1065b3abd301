namespace Passbook.Generator;

/// <summary>Rules about locations and beacons.</summary>
internal static class PlaceRules
{
    private const int Most = 10;

    public static void Check(Pass pass, ProblemList problems)
    {
        if (pass.Locations.Count > Most)
            problems.Error("$.locations", PassProblemCode.LocationsTooMany, $"A pass has at most {Most} locations; there are {pass.Locations.Count}.");
        if (pass.Beacons.Count > Most)
            problems.Error("$.beacons", PassProblemCode.BeaconsTooMany, $"A pass has at most {Most} beacons; there are {pass.Beacons.Count}.");
        if (pass.MaxDistance is { } distance && !(distance > 0 && double.IsFinite(distance)))
            problems.Error("$.maxDistance", PassProblemCode.MaxDistanceInvalid, "The distance must be more than 0 metres.");
        for (var index = 0; index < pass.Locations.Count; index++)
        {
            // Written so that NaN is outside.
            if (!(Math.Abs(pass.Locations[index].Latitude) <= 90))
                problems.Error($"$.locations[{index}].latitude", PassProblemCode.LocationInvalid, "A latitude is from -90 to 90 degrees.");
            if (!(Math.Abs(pass.Locations[index].Longitude) <= 180))
                problems.Error($"$.locations[{index}].longitude", PassProblemCode.LocationInvalid, "A longitude is from -180 to 180 degrees.");
        }
    }
}

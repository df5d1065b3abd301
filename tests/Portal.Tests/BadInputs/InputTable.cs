namespace Portal.Tests.BadInputs;

/// <summary>Which rows of the table of bad inputs belong to which endpoint of the protocol, and which are not built yet.</summary>
internal static class InputTable
{
    /// <summary>By method and route, as they stand behind the prefix of a face.</summary>
    public static IReadOnlyDictionary<string, string[]> OfEndpoints { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["POST /devices/{device}/registrations/{passType}/{serialNumber}"] = ["B10", "B11", "B12", "B13", "B14", "B15", "B16", "B17", "B18", "B19", "B20", "B21"],
        ["DELETE /devices/{device}/registrations/{passType}/{serialNumber}"] = ["B11", "B12", "B13"],
        ["POST /devices/{device}/registrations_attido/{passType}/{serialNumber}"] = ["B11", "B14", "B17", "B18"],
        ["DELETE /devices/{device}/registrations_attido/{passType}/{serialNumber}"] = ["B11"],
        ["GET /devices/{device}/registrations/{passType}"] = ["B22"],
        ["GET /devices/{device}/registrations_attido/{passType}"] = ["B22"],
        ["GET /passes/{passType}/{serialNumber}"] = ["B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B09", "B10", "B11", "B23", "B24", "B50"],
        ["POST /log"] = ["B19", "B25"],
    };

    /// <summary>Rows of features that do not exist yet, with the feature.</summary>
    public static IReadOnlyDictionary<string, string> NotBuiltYet { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["B28"] = "CSV import", ["B29"] = "CSV import", ["B30"] = "CSV import", ["B31"] = "CSV import", ["B32"] = "CSV export",
    };

    /// <summary>The rows that have to be proven: those of devices, lists and files, and those of the browser.</summary>
    public static IReadOnlyList<string> Wanted { get; } =
        [.. Enumerable.Range(1, 32).Concat(Enumerable.Range(47, 4)).Select(number => $"B{number:00}").Except(NotBuiltYet.Keys, StringComparer.Ordinal)];
}

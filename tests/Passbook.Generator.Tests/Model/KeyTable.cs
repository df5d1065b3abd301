namespace Passbook.Generator.Tests.Model;

/// <summary>Every key of the format and its JSON type, written by hand from Apple's documentation; it does not know the model.</summary>
/// <remarks>
/// One line a key: its name and its kind. The kinds: string, date, colour, url and name (of a closed set) are strings; number, boolean,
/// object and any; a list is written with brackets. What follows the kind are the names of the closed set.
/// </remarks>
internal static class KeyTable
{
    /// <summary>The table of an object, by the name of the record that models it.</summary>
    public static IReadOnlyDictionary<string, Key[]> Objects { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Pass"] = KeyTables.Pass,
        ["PassFields"] = KeyTables.Fields,
        ["BoardingPassFields"] = KeyTables.Fields + KeyTables.BoardingPass,
        ["PassField"] = KeyTables.Field,
        ["PassBarcode"] = KeyTables.Barcode,
        ["PassNfc"] = KeyTables.Nfc,
        ["PassLocation"] = KeyTables.Location,
        ["PassBeacon"] = KeyTables.Beacon,
        ["RelevantDate"] = KeyTables.RelevantDate,
        ["FeaturedAction"] = KeyTables.FeaturedAction,
        ["PassPersonalization"] = KeyTables.Personalization,
        ["UpcomingPassInformation"] = KeyTables.UpcomingPassInformation,
        ["UpcomingPassDate"] = KeyTables.UpcomingPassDate,
        ["UpcomingPassImages"] = KeyTables.UpcomingPassImages,
        ["UpcomingPassImage"] = KeyTables.UpcomingPassImage,
        ["RemoteImage"] = KeyTables.RemoteImage,
        ["EventGuideUrls"] = KeyTables.EventGuide,
        ["SemanticTags"] = SemanticKeyTables.Tags,
        ["SemanticLocation"] = SemanticKeyTables.Location,
        ["SemanticSeat"] = SemanticKeyTables.Seat,
        ["PersonName"] = SemanticKeyTables.PersonName,
        ["CurrencyAmount"] = SemanticKeyTables.CurrencyAmount,
        ["EventDateInfo"] = SemanticKeyTables.EventDateInfo,
        ["WifiNetwork"] = SemanticKeyTables.WifiNetwork,
        ["AirplayDevice"] = SemanticKeyTables.AirplayDevice,
    }.ToDictionary(table => table.Key, table => Parse(table.Value), StringComparer.Ordinal);

    private static Key[] Parse(string table) =>
    [
        .. table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => new Key(words[0], words[1].Trim('[', ']'), words[1][0] == '[', words[2..])),
    ];

    /// <summary>A key of an object.</summary>
    internal sealed record Key(string Name, string Kind, bool IsList, string[] Names);
}

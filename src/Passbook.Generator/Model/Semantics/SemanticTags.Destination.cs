namespace Passbook.Generator;

// Where a journey ends.
public sealed partial record SemanticTags
{
    /// <summary>Where the destination is.</summary>
    public SemanticLocation? DestinationLocation { get; init; }

    /// <summary>A short description of the destination. Localizable.</summary>
    public string? DestinationLocationDescription { get; init; }

    /// <summary>The time zone of the destination by its IANA name, such as Europe/Helsinki. iOS 26.</summary>
    public string? DestinationLocationTimeZone { get; init; }

    /// <summary>The security programmes at the destination; shown when the passenger is eligible for them. iOS 26.</summary>
    public ValueList<SecurityProgram> DestinationLocationSecurityPrograms { get; init; }

    /// <summary>The city of the destination. Localizable. iOS 26.</summary>
    public string? DestinationCityName { get; init; }

    /// <summary>The IATA code of the destination airport, such as HEL.</summary>
    public string? DestinationAirportCode { get; init; }

    /// <summary>The destination airport in full. Localizable.</summary>
    public string? DestinationAirportName { get; init; }

    /// <summary>The terminal of the destination airport, without the word terminal.</summary>
    public string? DestinationTerminal { get; init; }

    /// <summary>The gate of the destination airport, without the word gate.</summary>
    public string? DestinationGate { get; init; }

    /// <summary>The destination station; trains and buses. Localizable.</summary>
    public string? DestinationStationName { get; init; }

    /// <summary>The platform of the destination station, without the word platform.</summary>
    public string? DestinationPlatform { get; init; }
}

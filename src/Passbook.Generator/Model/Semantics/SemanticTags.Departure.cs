namespace Passbook.Generator;

// Where a journey begins.
public sealed partial record SemanticTags
{
    /// <summary>Where the departure is.</summary>
    public SemanticLocation? DepartureLocation { get; init; }

    /// <summary>A short description of the departure. Localizable.</summary>
    public string? DepartureLocationDescription { get; init; }

    /// <summary>The time zone of the departure by its IANA name, such as Europe/Helsinki. iOS 26.</summary>
    public string? DepartureLocationTimeZone { get; init; }

    /// <summary>The security programmes at the departure; shown when the passenger is eligible for them. iOS 26.</summary>
    public ValueList<SecurityProgram> DepartureLocationSecurityPrograms { get; init; }

    /// <summary>The city of the departure. Localizable. iOS 26.</summary>
    public string? DepartureCityName { get; init; }

    /// <summary>The IATA code of the departure airport, such as HEL.</summary>
    public string? DepartureAirportCode { get; init; }

    /// <summary>The departure airport in full. Localizable.</summary>
    public string? DepartureAirportName { get; init; }

    /// <summary>The terminal of the departure airport, without the word terminal.</summary>
    public string? DepartureTerminal { get; init; }

    /// <summary>The gate of the departure airport, without the word gate.</summary>
    public string? DepartureGate { get; init; }

    /// <summary>The departure station; trains and buses. Localizable.</summary>
    public string? DepartureStationName { get; init; }

    /// <summary>The platform of the departure station, without the word platform.</summary>
    public string? DeparturePlatform { get; init; }
}

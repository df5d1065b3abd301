namespace Passbook.Generator;

// Journeys: what travels, when, and how it stands.
public sealed partial record SemanticTags
{
    /// <summary>Who runs the journey. Localizable.</summary>
    public string? TransitProvider { get; init; }

    /// <summary>How the journey stands, such as on time. Localizable.</summary>
    public string? TransitStatus { get; init; }

    /// <summary>Why it stands so. Localizable.</summary>
    public string? TransitStatusReason { get; init; }

    /// <summary>The airline's IATA code, such as AY.</summary>
    public string? AirlineCode { get; init; }

    /// <summary>The number of the flight without the airline's code; a number.</summary>
    public int? FlightNumber { get; init; }

    /// <summary>Airline code and number together, such as AY911.</summary>
    public string? FlightCode { get; init; }

    /// <summary>The name of the ship, train or aircraft. Localizable.</summary>
    public string? VehicleName { get; init; }

    /// <summary>The number of the vehicle, such as a train's.</summary>
    public string? VehicleNumber { get; init; }

    /// <summary>The model of the vehicle. Localizable.</summary>
    public string? VehicleType { get; init; }

    /// <summary>The number of the coach; trains only.</summary>
    public string? CarNumber { get; init; }

    /// <summary>When the journey was to begin.</summary>
    public PassDate? OriginalDepartureDate { get; init; }

    /// <summary>When it is to begin now, where that differs.</summary>
    public PassDate? CurrentDepartureDate { get; init; }

    /// <summary>When boarding was to begin.</summary>
    public PassDate? OriginalBoardingDate { get; init; }

    /// <summary>When boarding is to begin now, where that differs.</summary>
    public PassDate? CurrentBoardingDate { get; init; }

    /// <summary>When the journey was to end.</summary>
    public PassDate? OriginalArrivalDate { get; init; }

    /// <summary>When it is to end now, where that differs.</summary>
    public PassDate? CurrentArrivalDate { get; init; }

    /// <summary>The number of the booking.</summary>
    public string? ConfirmationNumber { get; init; }

    /// <summary>The class of the fare. Localizable. iOS 26.</summary>
    public string? TicketFareClass { get; init; }

    /// <summary>The wireless networks on board or at the place.</summary>
    public ValueList<WifiNetwork> WifiAccess { get; init; }
}

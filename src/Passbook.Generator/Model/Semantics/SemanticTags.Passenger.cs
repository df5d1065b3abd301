using System.Text.Json.Serialization;

namespace Passbook.Generator;

// Passengers: who travels, with what rights.
public sealed partial record SemanticTags
{
    /// <summary>Who travels; an object of names, not a text.</summary>
    public PersonName? PassengerName { get; init; }

    /// <summary>The group that boards together.</summary>
    public string? BoardingGroup { get; init; }

    /// <summary>The zone that boards together, without the word zone. iOS 26.</summary>
    public string? BoardingZone { get; init; }

    /// <summary>The passenger's place in the order of boarding; a text, unlike what its name says.</summary>
    public string? BoardingSequenceNumber { get; init; }

    /// <summary>The passenger's status with this journey, such as Gold. Localizable.</summary>
    public string? PriorityStatus { get; init; }

    /// <summary>The loyalty programme. Localizable.</summary>
    public string? MembershipProgramName { get; init; }

    /// <summary>The passenger's number in that programme.</summary>
    public string? MembershipProgramNumber { get; init; }

    /// <summary>The passenger's status in that programme. Localizable. iOS 26.</summary>
    public string? MembershipProgramStatus { get; init; }

    /// <summary>The kind of security screening. Localizable.</summary>
    public string? SecurityScreening { get; init; }

    /// <summary>The security programmes the passenger may use. iOS 26.</summary>
    public ValueList<SecurityProgram> PassengerEligibleSecurityPrograms { get; init; }

    /// <summary>What the passenger may do or bring. iOS 26.</summary>
    public ValueList<PassengerCapability> PassengerCapabilities { get; init; }

    /// <summary>The airline's own codes of special service requests. iOS 26.</summary>
    [JsonPropertyName("passengerAirlineSSRs")]
    public ValueList<string> PassengerAirlineSsrs { get; init; }

    /// <summary>IATA codes of special service requests that inform only. iOS 26.</summary>
    [JsonPropertyName("passengerInformationSSRs")]
    public ValueList<string> PassengerInformationSsrs { get; init; }

    /// <summary>IATA codes of special service requests that ask for a service. iOS 26.</summary>
    [JsonPropertyName("passengerServiceSSRs")]
    public ValueList<string> PassengerServiceSsrs { get; init; }

    /// <summary>True: the passenger's travel documents have been checked. False: they have not. Not set: nothing is said. iOS 26.</summary>
    public bool? InternationalDocumentsAreVerified { get; init; }

    /// <summary>What that check is called here. Localizable. iOS 26.</summary>
    public string? InternationalDocumentsVerifiedDeclarationName { get; init; }

    /// <summary>Identifiers in Apple Maps of the lounges the passenger may use. iOS 26.</summary>
    [JsonPropertyName("loungePlaceIDs")]
    public ValueList<string> LoungePlaceIds { get; init; }
}

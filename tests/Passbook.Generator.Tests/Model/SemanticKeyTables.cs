namespace Passbook.Generator.Tests.Model;

/// <summary>The semantic tags; see <see cref="KeyTable"/>.</summary>
internal static class SemanticKeyTables
{
    public const string Tags = """
        admissionLevel                               string
        admissionLevelAbbreviation                   string
        airlineCode                                  string
        artistIDs                                    [string]
        albumIDs                                     [string]
        airplay                                      [object]
        attendeeName                                 string
        awayTeamAbbreviation                         string
        awayTeamLocation                             string
        awayTeamName                                 string
        additionalTicketAttributes                   string
        balance                                      object
        boardingGroup                                string
        boardingSequenceNumber                       string
        boardingZone                                 string
        carNumber                                    string
        confirmationNumber                           string
        currentArrivalDate                           date
        currentBoardingDate                          date
        currentDepartureDate                         date
        departureAirportCode                         string
        departureAirportName                         string
        departureCityName                            string
        departureGate                                string
        departureLocation                            object
        departureLocationDescription                 string
        departurePlatform                            string
        departureStationName                         string
        departureTerminal                            string
        departureLocationSecurityPrograms            [name]  PKTransitSecurityProgramTSAPreCheck PKTransitSecurityProgramTSAPreCheckTouchlessID PKTransitSecurityProgramOSS PKTransitSecurityProgramITI PKTransitSecurityProgramITD PKTransitSecurityProgramGlobalEntry PKTransitSecurityProgramCLEAR
        departureLocationTimeZone                    string
        destinationAirportCode                       string
        destinationAirportName                       string
        destinationCityName                          string
        destinationGate                              string
        destinationLocation                          object
        destinationLocationDescription               string
        destinationPlatform                          string
        destinationStationName                       string
        destinationTerminal                          string
        destinationLocationSecurityPrograms          [name]  PKTransitSecurityProgramTSAPreCheck PKTransitSecurityProgramTSAPreCheckTouchlessID PKTransitSecurityProgramOSS PKTransitSecurityProgramITI PKTransitSecurityProgramITD PKTransitSecurityProgramGlobalEntry PKTransitSecurityProgramCLEAR
        destinationLocationTimeZone                  string
        duration                                     number
        entranceDescription                          string
        eventEndDate                                 date
        eventName                                    string
        eventLiveMessage                             string
        eventStartDateInfo                           object
        eventStartDate                               date
        eventType                                    name  PKEventTypeGeneric PKEventTypeLivePerformance PKEventTypeMovie PKEventTypeSports PKEventTypeConference PKEventTypeConvention PKEventTypeWorkshop PKEventTypeSocialGathering
        flightCode                                   string
        flightNumber                                 number
        genre                                        string
        homeTeamAbbreviation                         string
        homeTeamLocation                             string
        homeTeamName                                 string
        internationalDocumentsAreVerified            boolean
        internationalDocumentsVerifiedDeclarationName string
        leagueAbbreviation                           string
        leagueName                                   string
        loungePlaceIDs                               [string]
        membershipProgramName                        string
        membershipProgramNumber                      string
        membershipProgramStatus                      string
        originalArrivalDate                          date
        originalBoardingDate                         date
        originalDepartureDate                        date
        passengerName                                object
        passengerAirlineSSRs                         [string]
        passengerCapabilities                        [name]  PKPassengerCapabilityPreboarding PKPassengerCapabilityPriorityBoarding PKPassengerCapabilityCarryon PKPassengerCapabilityPersonalItem PKPassengerCapabilityLapInfant
        passengerEligibleSecurityPrograms            [name]  PKTransitSecurityProgramTSAPreCheck PKTransitSecurityProgramTSAPreCheckTouchlessID PKTransitSecurityProgramOSS PKTransitSecurityProgramITI PKTransitSecurityProgramITD PKTransitSecurityProgramGlobalEntry PKTransitSecurityProgramCLEAR
        passengerInformationSSRs                     [string]
        passengerServiceSSRs                         [string]
        performerNames                               [string]
        priorityStatus                               string
        playlistIDs                                  [string]
        seats                                        [object]
        securityScreening                            string
        silenceRequested                             boolean
        sportName                                    string
        tailgatingAllowed                            boolean
        ticketFareClass                              string
        totalPrice                                   object
        transitProvider                              string
        transitStatus                                string
        transitStatusReason                          string
        vehicleName                                  string
        vehicleNumber                                string
        vehicleType                                  string
        venueEntrance                                string
        venueGatesOpenDate                           date
        venueLocation                                object
        venueName                                    string
        venueParkingLotsOpenDate                     date
        venueBoxOfficeOpenDate                       date
        venueDoorsOpenDate                           date
        venueFanZoneOpenDate                         date
        venueOpenDate                                date
        venueCloseDate                               date
        venuePhoneNumber                             string
        venuePlaceID                                 string
        venueRoom                                    string
        venueRegionName                              string
        venueEntranceGate                            string
        venueEntranceDoor                            string
        venueEntrancePortal                          string
        wifiAccess                                   [object]
        """;

    public const string Location = """
        latitude  number
        longitude number
        """;

    public const string Seat = """
        seatSection      string
        seatRow          string
        seatNumber       string
        seatIdentifier   string
        seatType         string
        seatDescription  string
        seatAisle        string
        seatLevel        string
        seatSectionColor colour
        """;

    public const string PersonName = """
        givenName              string
        familyName             string
        middleName             string
        namePrefix             string
        nameSuffix             string
        nickname               string
        phoneticRepresentation string
        """;

    public const string CurrencyAmount = """
        currencyCode string
        amount       string
        """;

    public const string EventDateInfo = """
        date                 date
        ignoreTimeComponents boolean
        timeZone             string
        unannounced          boolean
        undetermined         boolean
        """;

    public const string WifiNetwork = """
        password string
        ssid     string
        """;

    public const string AirplayDevice = """
        airplayDeviceGroupToken string
        """;
}

using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Recipes;

public sealed class BoardingPassRecipe
{
    [Fact]
    public void A_boarding_pass_with_semantics()
    {
        var card = Samples.Bare;

        // recipe
        var departure = new DateTimeOffset(2030, 5, 1, 19, 10, 0, TimeSpan.FromHours(3));
        var boardingPass = card with
        {
            Description = "Flight AY 911 to Oslo",
            GroupingIdentifier = "AY911-2030-05-01",
            BoardingPass = new BoardingPassFields
            {
                TransitType = TransitType.Air,
                HeaderFields = [new PassField { Key = "gate", Label = "Gate", Value = "22", ChangeMessage = "Gate changed to %@" }],
                PrimaryFields = [new PassField { Key = "from", Label = "Helsinki", Value = "HEL" }, new PassField { Key = "to", Label = "Oslo", Value = "OSL" }],
                AuxiliaryFields = [new PassField { Key = "departs", Label = "Departs", Value = departure, TimeStyle = DateStyle.Short, IgnoresTimeZone = true }],
            },
            PreferredStyleSchemes = [StyleScheme.SemanticBoardingPass, StyleScheme.BoardingPass],
            Semantics = new SemanticTags
            {
                AirlineCode = "AY",
                FlightNumber = 911,
                PassengerName = new PersonName { GivenName = "Aino", FamilyName = "Mäkinen" },
                Seats = [new SemanticSeat { SeatNumber = "7A" }],
                DepartureAirportCode = "HEL",
                DepartureCityName = "Helsinki",
                DepartureLocationTimeZone = "Europe/Helsinki",
                DestinationAirportCode = "OSL",
                DestinationCityName = "Oslo",
                DestinationLocationTimeZone = "Europe/Oslo",
                OriginalBoardingDate = departure.AddMinutes(-40),
                OriginalDepartureDate = departure,
                OriginalArrivalDate = departure.AddMinutes(95),
            },
            RelevantDates = [new RelevantDate { StartDate = departure.AddHours(-3), EndDate = departure }],
        };
        // end

        Assert.Empty(PassValidator.Validate(boardingPass, signer: Development.Signer));
        Assert.Equal(boardingPass, PassJson.Deserialize(PassJson.Serialize(boardingPass)));
    }
}

using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Recipes;

public sealed class PosterTicketRecipe
{
    [Fact]
    public void An_event_ticket_as_a_poster()
    {
        var card = Samples.Bare;

        // recipe
        var begins = new DateTimeOffset(2030, 6, 1, 20, 0, 0, TimeSpan.FromHours(3));
        var ticket = card with
        {
            Description = "Ticket for Väinö live",
            EventTicket = new PassFields
            {
                PrimaryFields = [new PassField { Key = "event", Label = "Event", Value = "Väinö live" }],
                AdditionalInfoFields = [new PassField { Key = "doors", Label = "Doors", Value = "Open an hour before" }],
            },
            PreferredStyleSchemes = [StyleScheme.PosterEventTicket, StyleScheme.EventTicket],
            Semantics = new SemanticTags
            {
                EventType = EventType.LivePerformance,
                EventName = "Väinö live",
                EventStartDate = begins,
                PerformerNames = ["Väinö"],
                ArtistIds = ["984117861"],
                VenueName = "Culture House",
                VenueRegionName = "Helsinki",
                VenueRoom = "Great hall",
                Seats = [new SemanticSeat { SeatSection = "A", SeatRow = "7", SeatNumber = "12", SeatSectionColor = new PassColor(255, 215, 0) }],
            },
            BagPolicyUrl = new Uri("https://venue.example/bags"),
            OrderFoodUrl = new Uri("https://venue.example/food"),
            RelevantDates = [new RelevantDate { StartDate = begins.AddHours(-2), EndDate = begins.AddHours(3) }],
        };
        // end

        Assert.DoesNotContain(PassValidator.Validate(ticket, signer: Development.Signer), problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal(ticket, PassJson.Deserialize(PassJson.Serialize(ticket)));
    }
}

using Passbook.Generator;
using static Portal.Designs.Starting.Template;

namespace Portal.Designs.Starting;

/// <summary>A flight: gate in the corner, two airports, who sits where.</summary>
internal static class BoardingPassStart
{
    private static readonly PassColor Night = new(16, 36, 68);
    private static readonly PassColor Snow = new(255, 255, 255);
    private static readonly PassColor Sky = new(148, 190, 236);

    public static StartingDesign Make() => StartingDesign.Drawn(
        "boarding-pass",
        "Boarding pass",
        "For flights, trains, ships and buses: a gate or a platform that changes reaches everyone aboard.",
        new DesignDocument
        {
            Pass = Template.Pass("Northlight", "Northlight boarding pass", (Night, Snow, Sky)) with { BoardingPass = Fields() },
            Fields =
            [
                Text("passenger", "Passenger"), Text("flight", "Flight"), Text("gate", "Gate"), Text("seat", "Seat"),
                Text("boarding_group", "Boarding group"), Date("departure", "Departure"),
                Text("from", "From (airport code)"), Text("from_city", "From (city)"), Text("to", "To (airport code)"), Text("to_city", "To (city)"),
            ],
            HolderField = "passenger",
            RelevantDateField = "departure",
            Samples = Samples(
                ("passenger", "Alex Morgan"), ("flight", "NL 218"), ("gate", "A12"), ("seat", "14C"), ("boarding_group", "2"),
                ("departure", "2027-05-01T18:30:00+02:00"), ("from", "HEL"), ("from_city", "Helsinki"), ("to", "CPH"), ("to_city", "Copenhagen")),
        },
        BoardingPassArt.Icon,
        BoardingPassArt.Logo);

    private static BoardingPassFields Fields() => new()
    {
        TransitType = TransitType.Air,
        HeaderFields = [Shown("gate", "Gate", "{{gate}}", "Gate changed to %@")],
        PrimaryFields = [Shown("from", "{{from_city}}", "{{from}}"), Shown("to", "{{to_city}}", "{{to}}")],
        AuxiliaryFields =
        [
            Shown("flight", "Flight", "{{flight}}", "Your flight is now %@"),
            Shown("departure", "Departs", "{{departure}}", "Departure is now %@") with
            {
                DateStyle = DateStyle.Medium, TimeStyle = DateStyle.Short, IgnoresTimeZone = true,
            },
        ],
        SecondaryFields =
        [
            Shown("passenger", "Passenger", "{{passenger}}"),
            Shown("boarding_group", "Group", "{{boarding_group}}", "Your boarding group is now %@"),
            Shown("seat", "Seat", "{{seat}}", "Your seat is now %@"),
        ],
        BackFields =
        [
            Shown("bags", "Bags", "One cabin bag of 8 kg and one bag of 23 kg are included."),
            Shown("bag_drop", "Bag drop", "Closes 45 minutes before departure."),
            Shown("help", "Help", "https://example.com/help"),
        ],
    };
}

using Passbook.Generator;
using static Portal.Designs.Starting.Template;

namespace Portal.Designs.Starting;

/// <summary>A seat at a concert, in stage light.</summary>
internal static class EventTicketStart
{
    private static readonly PassColor Violet = new(44, 22, 78);
    private static readonly PassColor White = new(255, 255, 255);
    private static readonly PassColor Lilac = new(216, 196, 255);

    public static StartingDesign Make() => StartingDesign.Drawn(
        "event-ticket",
        "Event ticket",
        "For concerts, matches and conferences: a new seat or a later start is on the phone before the doors open.",
        new DesignDocument
        {
            Pass = Template.Pass("Harbour Hall", "Harbour Hall ticket", (Violet, White, Lilac)) with { EventTicket = Fields() },
            Fields = [Text("holder", "Holder"), Text("section", "Section"), Text("row", "Row"), Text("seat", "Seat"), Date("date", "Begins")],
            HolderField = "holder",
            RelevantDateField = "date",
            Samples = Samples(
                ("holder", "Jonas Berg"), ("section", "C"), ("row", "7"), ("seat", "21"), ("date", "2027-06-19T19:30:00+02:00")),
        },
        EventTicketArt.Icon,
        EventTicketArt.Logo,
        EventTicketArt.Background,
        EventTicketArt.Thumbnail);

    private static PassFields Fields() => new()
    {
        HeaderFields = [Shown("day", "Date", "{{date}}") with { DateStyle = DateStyle.Short, IgnoresTimeZone = true }],
        PrimaryFields = [Shown("event", "Concert", "Midsummer Night")],
        SecondaryFields =
        [
            Shown("date", "Begins", "{{date}}", "The event now begins %@") with
            {
                DateStyle = DateStyle.Medium, TimeStyle = DateStyle.Short, IgnoresTimeZone = true,
            },
        ],
        AuxiliaryFields =
        [
            Shown("holder", "Holder", "{{holder}}"),
            Shown("section", "Section", "{{section}}", "Your section is now %@"),
            Shown("row", "Row", "{{row}}", "Your row is now %@"),
            Shown("seat", "Seat", "{{seat}}", "Your seat is now %@"),
        ],
        BackFields =
        [
            Shown("venue", "Harbour Hall", "1 Quay Street"),
            Shown("doors", "Doors", "Open one hour before the event begins."),
            Shown("bags", "Bags", "Small bags only. A cloakroom is at the entrance."),
        ],
    };
}

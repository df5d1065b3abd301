using Passbook.Generator;
using static Portal.Designs.Starting.Template;

namespace Portal.Designs.Starting;

/// <summary>A membership card on paper white.</summary>
internal static class GenericStart
{
    private static readonly PassColor Paper = new(246, 242, 234);
    private static readonly PassColor Ink = new(32, 36, 44);
    private static readonly PassColor Umber = new(118, 84, 44);

    public static StartingDesign Make() => StartingDesign.Drawn(
        "generic",
        "Generic pass",
        "For memberships, permits and everything else: its status text is a message to whoever carries it.",
        new DesignDocument
        {
            Pass = Template.Pass("Atlas Society", "Atlas Society membership", (Paper, Ink, Umber)) with { Generic = Fields() },
            Fields = [Text("member", "Member"), Text("status", "Status") with { Default = "Active", MaxLength = 200 }],
            HolderField = "member",
            Samples = Samples(("member", "Priya Raman"), ("status", "Active")),
        },
        GenericArt.Icon,
        GenericArt.Logo,
        GenericArt.Thumbnail);

    private static PassFields Fields() => new()
    {
        PrimaryFields = [Shown("member", "Member", "{{member}}")],
        SecondaryFields = [Shown("status", "Status", "{{status}}", "%@")],
        AuxiliaryFields = [Shown("number", "Number", "{{serialNumber}}") with { TextAlignment = TextAlignment.Right }],
        BackFields =
        [
            Shown("benefits", "Benefits", "Lectures, the library and the club rooms, for you and one guest."),
            Shown("contact", "Contact", "members@example.com"),
        ],
    };
}

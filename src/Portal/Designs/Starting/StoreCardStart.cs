using Passbook.Generator;
using Portal.Data.Designs;
using static Portal.Designs.Starting.Template;

namespace Portal.Designs.Starting;

/// <summary>A loyalty card: points in large figures over a strip of leaves.</summary>
internal static class StoreCardStart
{
    private static readonly PassColor Pine = new(24, 62, 51);
    private static readonly PassColor Cream = new(255, 250, 240);
    private static readonly PassColor Mint = new(177, 214, 191);

    public static StartingDesign Make() => StartingDesign.Drawn(
        "store-card",
        "Store card",
        "For loyalty points and gift balances: a purchase shows on the phone a moment later.",
        new DesignDocument
        {
            Pass = Template.Pass("Juniper Coffee", "Juniper Coffee card", (Pine, Cream, Mint)) with { StoreCard = Fields() },
            Fields =
            [
                Text("holder", "Holder"),
                new DesignField { Id = "points", Name = "Points", Kind = FieldKind.Number, Default = "0" },
                new DesignField { Id = "level", Name = "Level", Kind = FieldKind.Choice, Choices = ["Green", "Silver", "Gold"], Default = "Green" },
            ],
            HolderField = "holder",
            Samples = Samples(("holder", "Mia Lind"), ("points", "1250"), ("level", "Silver")),
        },
        StoreCardArt.Icon,
        StoreCardArt.Logo,
        StoreCardArt.Strip);

    private static PassFields Fields() => new()
    {
        HeaderFields = [Shown("level", "Level", "{{level}}", "Welcome to %@")],
        PrimaryFields = [Shown("points", "Points", "{{points}}", "You now have %@ points")],
        SecondaryFields = [Shown("holder", "Member", "{{holder}}")],
        AuxiliaryFields = [Shown("reward", "Next reward", "A coffee at 2,000 points")],
        BackFields =
        [
            Shown("how", "How it works", "One point for every euro. Show this card when you pay."),
            Shown("shops", "Our shops", "https://example.com/shops"),
            Shown("terms", "Terms", "Points are kept for two years after the last purchase."),
        ],
    };
}

using Passbook.Generator;
using static Portal.Designs.Starting.Template;

namespace Portal.Designs.Starting;

/// <summary>An offer under a rising sun, with the day it ends.</summary>
internal static class CouponStart
{
    private static readonly PassColor Ember = new(172, 46, 32);
    private static readonly PassColor White = new(255, 255, 255);
    private static readonly PassColor Peach = new(255, 226, 205);

    public static StartingDesign Make() => StartingDesign.Drawn(
        "coupon",
        "Coupon",
        "For offers and discounts: change the offer, and every phone that holds it says so.",
        new DesignDocument
        {
            Pass = Template.Pass("Sunrise Market", "Sunrise Market coupon", (Ember, White, Peach)) with { Coupon = Fields() },
            Fields = [Text("offer", "Offer") with { Default = "20% off" }, Date("expiry", "Valid until")],
            ExpiryField = "expiry",
            Samples = Samples(("offer", "20% off"), ("expiry", "2027-06-30T23:59:00+02:00")),
        },
        CouponArt.Icon,
        CouponArt.Logo,
        CouponArt.Strip);

    private static PassFields Fields() => new()
    {
        PrimaryFields = [Shown("offer", "everything in store", "{{offer}}", "Your offer is now %@")],
        SecondaryFields =
        [
            Shown("expiry", "Valid until", "{{expiry}}", "Now valid until %@") with { DateStyle = DateStyle.Medium, IgnoresTimeZone = true },
        ],
        AuxiliaryFields = [Shown("code", "Code", "{{serialNumber}}") with { TextAlignment = TextAlignment.Right }],
        BackFields =
        [
            Shown("use", "How to use it", "Show the code at the till. Once for each customer."),
            Shown("terms", "Terms", "Not together with other offers, and not for gift cards."),
            Shown("web", "Sunrise Market", "https://example.com/market"),
        ],
    };
}

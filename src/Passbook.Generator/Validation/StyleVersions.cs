namespace Passbook.Generator;

/// <summary>The looks that older phones do not know.</summary>
internal static class StyleVersions
{
    public static void Find(Pass pass, VersionList parts)
    {
        var looks = StyleRules.LooksOf(pass);
        if (pass.PosterGeneric is not null)
            parts.Add("$.posterGeneric", Ios.V27, (looks & PassLooks.Classic) is PassLooks.None ? "know no posters and cannot add the pass" : $"show the {NameOf(pass.Style)} instead of the poster");
        if ((looks & PassLooks.PosterEventTicket) is not PassLooks.None)
            parts.Add("$.preferredStyleSchemes", Ios.V18, "show the classic event ticket");
        if ((looks & PassLooks.SemanticBoardingPass) is not PassLooks.None)
            parts.Add("$.preferredStyleSchemes", Ios.V26, "show the classic boarding pass");
        if (pass.EventTicket?.AdditionalInfoFields.IsEmpty is false)
            parts.Add("$.eventTicket.additionalInfoFields", Ios.V18, "do not show these fields");
    }

    private static string NameOf(PassStyle style) => style switch
    {
        PassStyle.BoardingPass => "boarding pass",
        PassStyle.Coupon => "coupon",
        PassStyle.EventTicket => "event ticket",
        PassStyle.StoreCard => "store card",
        _ => "generic pass",
    };
}

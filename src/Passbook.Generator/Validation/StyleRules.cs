namespace Passbook.Generator;

/// <summary>Rules about the style of a pass.</summary>
internal static class StyleRules
{
    public const string TransitType = "transitType";

    public static void Check(Pass pass, ProblemList problems)
    {
        var count = Count(pass.BoardingPass) + Count(pass.Coupon) + Count(pass.EventTicket) + Count(pass.Generic) + Count(pass.StoreCard);
        if (count == 0 && pass.PosterGeneric is not null)
            problems.Warning("$.posterGeneric", PassProblemCode.PosterGenericWithoutFallback, "iPhones before iOS 27 know no posters: add a generic pass or another style beside it, which they show instead.");
        else if (count == 0)
            problems.Error("$", PassProblemCode.StyleMissing, "The pass has no style: choose boarding pass, coupon, event ticket, store card, generic pass or poster.");
        else if (count > 1)
            problems.Error("$", PassProblemCode.StyleSeveral, "The pass has more than one style: keep one of them.");
        CheckTransit(pass, problems);
        CheckSchemes(pass, problems);
        if (pass.GroupingIdentifier is not null && pass.BoardingPass is null && pass.EventTicket is null)
            problems.Error("$.groupingIdentifier", PassProblemCode.GroupingNotAllowed, "Only boarding passes and event tickets can be grouped: leave the grouping out.");
    }

    /// <summary>The ways a pass may be drawn; the generic one when no style is set.</summary>
    public static PassLooks LooksOf(Pass pass)
    {
        var looks = (pass.BoardingPass is null ? PassLooks.None : PassLooks.BoardingPass)
            | (pass.Coupon is null ? PassLooks.None : PassLooks.Coupon)
            | (pass.EventTicket is null ? PassLooks.None : PassLooks.EventTicket)
            | (pass.Generic is null ? PassLooks.None : PassLooks.Generic)
            | (pass.StoreCard is null ? PassLooks.None : PassLooks.StoreCard)
            | (pass.PosterGeneric is null ? PassLooks.None : PassLooks.PosterGeneric);
        foreach (var scheme in pass.PreferredStyleSchemes)
        {
            if (scheme is StyleScheme.PosterEventTicket && pass.EventTicket is not null)
                looks |= PassLooks.PosterEventTicket;
            if (scheme is StyleScheme.SemanticBoardingPass && pass.BoardingPass is not null)
                looks |= PassLooks.SemanticBoardingPass;
        }

        return looks is PassLooks.None ? PassLooks.Generic : looks;
    }

    private static int Count(PassFields? fields) => fields is null ? 0 : 1;

    private static void CheckTransit(Pass pass, ProblemList problems)
    {
        if (pass.BoardingPass is { } boarding && !Enum.IsDefined(boarding.TransitType))
            problems.Error($"$.boardingPass.{TransitType}", PassProblemCode.ValueUnknown, KnownValues.Sentence(boarding.TransitType));
        CheckNoTransit("coupon", pass.Coupon, problems);
        CheckNoTransit("eventTicket", pass.EventTicket, problems);
        CheckNoTransit("generic", pass.Generic, problems);
        CheckNoTransit("storeCard", pass.StoreCard, problems);
        CheckNoTransit("posterGeneric", pass.PosterGeneric, problems);
    }

    private static void CheckSchemes(Pass pass, ProblemList problems)
    {
        for (var index = 0; index < pass.PreferredStyleSchemes.Count; index++)
        {
            var scheme = pass.PreferredStyleSchemes[index];
            var style = scheme switch
            {
                StyleScheme.PosterEventTicket or StyleScheme.EventTicket => pass.EventTicket,
                StyleScheme.SemanticBoardingPass or StyleScheme.BoardingPass => pass.BoardingPass,
                _ => null,
            };
            if (style is null)
                problems.Warning($"$.preferredStyleSchemes[{index}]", PassProblemCode.StyleSchemeInvalid, $"A pass of this style has no look '{KnownValues.NameOf(scheme)}': leave it out.");
        }
    }

    // A key that only a boarding pass knows is, elsewhere, among those that were read and not understood.
    private static void CheckNoTransit(string style, PassFields? fields, ProblemList problems)
    {
        if (fields?.UnknownMembers?.ContainsKey(TransitType) is true)
            problems.Error($"$.{style}.{TransitType}", PassProblemCode.TransitTypeNotAllowed, "Only a boarding pass has a kind of journey: leave it out, or make this a boarding pass.");
    }
}

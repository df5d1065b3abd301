namespace Passbook.Generator;

/// <summary>Rules about images and what the pass does with them.</summary>
internal static class ImageRules
{
    public static void Check(PassLooks looks, ImageFact[] images, ProblemList problems)
    {
        ImageFact? strip = null;
        ImageFact? beside = null;
        foreach (var image in images)
        {
            if ((image.Box.Looks & looks) is PassLooks.None)
                problems.Warning(image.File, PassProblemCode.ImageNotShown, $"This style of pass does not show '{image.File}': remove it, or choose another style.");
            else
                problems.AddRange(image.Problems);
            if (image.Box.Name == "strip")
                strip = image;
            else if (image.Box.Name is "background" or "thumbnail")
                beside = image;
        }

        // Only Apple's archived guide has this rule.
        if (strip is not null && beside is not null && (looks & PassLooks.EventTicket) is not PassLooks.None)
            problems.Warning(strip.File, PassProblemCode.StripBesideBackground, $"An event ticket with a strip may not show its {beside.Box.Name}: remove one of them.");
    }
}

namespace Passbook.Generator;

/// <summary>The images that only newer looks of a pass show.</summary>
internal static class ImageVersions
{
    public static void Find(PassLooks looks, ImageFact[] images, VersionList parts)
    {
        foreach (var image in images)
        {
            if (SinceOf(image.Box.Looks & looks) is { } version)
                parts.Add(image.File, version, "do not show this image");
        }
    }

    /// <summary>The version that brought the first of some looks; null when one of them is classic, or there is none.</summary>
    private static Version? SinceOf(PassLooks looks)
    {
        if (looks is PassLooks.None || (looks & PassLooks.Classic) is not PassLooks.None)
            return null;
        if ((looks & PassLooks.PosterEventTicket) is not PassLooks.None)
            return Ios.V18;
        return (looks & PassLooks.SemanticBoardingPass) is not PassLooks.None ? Ios.V26 : Ios.V27;
    }
}

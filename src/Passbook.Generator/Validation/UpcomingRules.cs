namespace Passbook.Generator;

/// <summary>Rules about events still to come.</summary>
internal static class UpcomingRules
{
    private const long MostBytes = 2 * 1024 * 1024;
    private const int Sha256Digits = 64;

    public static void Check(Pass pass, PassLooks looks, ProblemList problems)
    {
        if (pass.UpcomingPassInformation.IsEmpty)
            return;
        if ((looks & PassLooks.PosterEventTicket) is PassLooks.None)
            problems.Error("$.upcomingPassInformation", PassProblemCode.UpcomingNotAllowed, "Only a poster event ticket shows events still to come: make it one by preferring that look, or leave them out.");
        var identifiers = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < pass.UpcomingPassInformation.Count; index++)
            CheckEvent($"$.upcomingPassInformation[{index}]", pass.UpcomingPassInformation[index], identifiers, problems);
    }

    private static void CheckEvent(string path, UpcomingPassInformation upcoming, HashSet<string> identifiers, ProblemList problems)
    {
        if (upcoming.Identifier.Length == 0 || !identifiers.Add(upcoming.Identifier))
            problems.Error($"{path}.identifier", PassProblemCode.UpcomingIdentifier, "Each event still to come needs an identifier of its own: give it one that no other has.");
        if (string.IsNullOrWhiteSpace(upcoming.Name))
            problems.Error($"{path}.name", PassProblemCode.UpcomingNameEmpty, "An event still to come has no name: write what it is called.");
        if (!Enum.IsDefined(upcoming.Type))
            problems.Error($"{path}.type", PassProblemCode.ValueUnknown, KnownValues.Sentence(upcoming.Type));
        DateRules.CheckReadable(path, "dateInformation.date", upcoming.DateInformation?.Date, problems);
        SemanticsRules.Check(upcoming.Semantics, $"{path}.semantics", problems);
        LinkRules.Check(upcoming.Urls, $"{path}.URLs", problems);
        CheckImage($"{path}.images.headerImage", upcoming.Images?.HeaderImage, problems);
        CheckImage($"{path}.images.venueMap", upcoming.Images?.VenueMap, problems);
    }

    private static void CheckImage(string path, UpcomingPassImage? image, ProblemList problems)
    {
        if (image is null)
            return;
        for (var index = 0; index < image.Urls.Count; index++)
        {
            if (ProblemOf(image.Urls[index]) is { } sentence)
                problems.Warning($"{path}.URLs[{index}]", PassProblemCode.RemoteImageInvalid, sentence);
        }
    }

    private static string? ProblemOf(RemoteImage image)
    {
        if (!image.Url.IsAbsoluteUri || image.Url.Scheme != Uri.UriSchemeHttps)
            return "The address of an image must begin with https: correct it.";
        if (image.Sha256.Length != Sha256Digits || !image.Sha256.All(char.IsAsciiHexDigit))
            return $"The SHA-256 of an image has {Sha256Digits} digits and letters from a to f: work it out anew from the image.";
        return image.Size > MostBytes ? "An image that Wallet fetches has at most 2 MB: make it smaller." : null;
    }
}

namespace Passbook.Generator;

/// <summary>Rules about the pass as a whole.</summary>
internal static class PassRules
{
    public static void Check(Pass pass, DateTimeOffset now, ProblemList problems)
    {
        if (pass.FormatVersion != 1)
            problems.Error("$.formatVersion", PassProblemCode.FormatVersion, "The format version must be 1.");
        Require("$.passTypeIdentifier", "pass type identifier", pass.PassTypeIdentifier, problems);
        Require("$.serialNumber", "serial number", pass.SerialNumber, problems);
        Require("$.teamIdentifier", "team identifier", pass.TeamIdentifier, problems);
        Require("$.organizationName", "organisation", pass.OrganizationName, problems);
        Require("$.description", "description, which VoiceOver reads out,", pass.Description, problems);
        CheckStyle(pass, problems);
        CheckDates(pass, now, problems);
        CheckContrast("$.foregroundColor", "values", pass.ForegroundColor, pass.BackgroundColor, problems);
        CheckContrast("$.labelColor", "labels", pass.LabelColor, pass.BackgroundColor, problems);
    }

    private static void Require(string path, string what, string value, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(value))
            problems.Error(path, PassProblemCode.RequiredEmpty, $"The {what} is missing.");
    }

    private static void CheckStyle(Pass pass, ProblemList problems)
    {
        ReadOnlySpan<PassFields?> styles = [pass.BoardingPass, pass.Coupon, pass.EventTicket, pass.Generic, pass.StoreCard];
        var set = styles.Length - styles.Count((PassFields?)null);
        if (set == 0)
            problems.Error("$", PassProblemCode.StyleMissing, "The pass has no style: it must be a boarding pass, coupon, event ticket, store card or generic pass.");
        else if (set > 1)
            problems.Error("$", PassProblemCode.StyleSeveral, "The pass has more than one style.");
        if (pass.GroupingIdentifier is not null && pass.BoardingPass is null && pass.EventTicket is null)
            problems.Error("$.groupingIdentifier", PassProblemCode.GroupingNotAllowed, "Only boarding passes and event tickets can be grouped.");
    }

    private static void CheckDates(Pass pass, DateTimeOffset now, ProblemList problems)
    {
        if (pass.ExpirationDate < now)
            problems.Warning("$.expirationDate", PassProblemCode.PassExpired, "The pass has expired: Wallet shows it greyed.");
        for (var index = 0; index < pass.RelevantDates.Count; index++)
        {
            var date = pass.RelevantDates[index];
            var isMoment = date is { Date: not null, StartDate: null, EndDate: null };
            var isSpan = date is { Date: null, StartDate: not null, EndDate: not null } && date.StartDate <= date.EndDate;
            if (!isMoment && !isSpan)
                problems.Error($"$.relevantDates[{index}]", PassProblemCode.RelevantDateInvalid, "A relevant date is one date, or a start and an end after it.");
        }
    }

    private static void CheckContrast(string path, string what, PassColor? color, PassColor? background, ProblemList problems)
    {
        if (color is { } front && background is { } back && Contrast(front, back) < 4.5)
            problems.Warning(path, PassProblemCode.ContrastLow, $"The {what} are hard to read on this background.");
    }

    // WCAG 2.2, contrast ratio and relative luminance.
    private static double Contrast(PassColor one, PassColor other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(PassColor color) =>
        0.2126 * Linear(color.Red) + 0.7152 * Linear(color.Green) + 0.0722 * Linear(color.Blue);

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}

namespace Passbook.Generator;

/// <summary>Rules about when a pass is offered and when it ends.</summary>
internal static class DateRules
{
    public static void Check(Pass pass, DateTimeOffset now, ProblemList problems)
    {
        CheckReadable("$", "expirationDate", pass.ExpirationDate, problems);
        CheckReadable("$", "relevantDate", pass.RelevantDate, problems);
        if (pass.ExpirationDate?.Moment < now)
            problems.Warning("$.expirationDate", PassProblemCode.PassExpired, "The pass has expired and is shown greyed: choose a later date if it is still good.");
        for (var index = 0; index < pass.RelevantDates.Count; index++)
            CheckRelevant(index, pass.RelevantDates[index], problems);
    }

    public static void CheckReadable(string path, string key, PassDate? date, ProblemList problems)
    {
        if (date is { Moment: null })
            problems.Error($"{path}.{key}", PassProblemCode.DateInvalid, $"Wallet cannot read '{date}' as a date: write it as 2026-05-01T18:30:00+02:00, with its time zone.");
    }

    private static void CheckRelevant(int index, RelevantDate date, ProblemList problems)
    {
        if (date.Date is { Moment: null } || date.StartDate is { Moment: null } || date.EndDate is { Moment: null })
        {
            CheckReadable($"$.relevantDates[{index}]", "date", date.Date, problems);
            CheckReadable($"$.relevantDates[{index}]", "startDate", date.StartDate, problems);
            CheckReadable($"$.relevantDates[{index}]", "endDate", date.EndDate, problems);
        }

        var isMoment = date is { Date: not null, StartDate: null, EndDate: null };
        var isSpan = date is { Date: null, StartDate: not null, EndDate: not null } && !(date.EndDate < date.StartDate);
        if (!isMoment && !isSpan)
            problems.Error($"$.relevantDates[{index}]", PassProblemCode.RelevantDateInvalid, "A relevant date is either one moment, or a start and an end that is not before it: correct it.");
        if (date.DateOfIos18 is null != date.DateOfIos26 is null)
            problems.Warning($"$.relevantDates[{index}]", PassProblemCode.RelevantDateOneSpelling, "iOS 18 and iOS 26 look for this moment under different names: write it both as 'relevantDate' and as 'date'.");
    }
}

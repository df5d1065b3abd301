namespace Portal.Activity;

/// <summary>Says how far a change has come without claiming more than the evidence.</summary>
public static class ArrivalWords
{
    /// <summary>A few words, such as <c>fetched</c> or <c>2 of 3 fetched</c>.</summary>
    public static string Of(Arrival arrival) => arrival switch
    {
        { Total: 0 } => "on no phone",
        { IsWhole: true } => arrival.Total == 1 ? "fetched" : $"all {arrival.Total:N0} fetched",
        { Fetched: > 0 } => $"{arrival.Fetched:N0} of {arrival.Total:N0} fetched",
        // It was on several phones then, and is on one by now.
        { FetchedBySomeone: true, Total: 1 } => "fetched by somebody",
        { FetchedBySomeone: true } => $"fetched by one of {arrival.Total:N0}",
        { Asked: > 0 } => Part(arrival.Asked, arrival.Total, "asked"),
        { Accepted: > 0 } => Part(arrival.Accepted, arrival.Total, "accepted"),
        _ when arrival.Unreachable == arrival.Total => "cannot be pushed",
        _ => "queued",
    };

    /// <summary>One step of one device.</summary>
    public static string Of(ArrivalStep step) => step switch
    {
        ArrivalStep.Settled => "fetched, and settled",
        ArrivalStep.Fetched => "fetched",
        ArrivalStep.Asked => "asked",
        ArrivalStep.Accepted => "accepted",
        _ => "queued",
    };

    private static string Part(int count, int total, string word) => total == 1 ? word : $"{count:N0} of {total:N0} {word}";
}

using Portal.Data;

namespace Portal.Activity;

/// <summary>Says how far a change has come without claiming more than the evidence.</summary>
public static class ArrivalWords
{
    /// <summary>A few words, such as <c>fetched</c> or <c>2 of 3 fetched</c>.</summary>
    public static string Of(Arrival arrival) => arrival switch
    {
        { Total: 0 } => "on no phone",
        { IsWhole: true } => arrival.Total == 1 ? "fetched" : $"all {arrival.Total:N0} fetched",
        { IsSettled: true } => arrival.Total == 1 ? "settled" : $"all {arrival.Total:N0} settled",
        { Fetched: > 0 } => $"{arrival.Fetched:N0} of {arrival.Total:N0} fetched",
        // It was on several phones then, and is on one by now.
        { FetchedBySomebody: true, Total: 1 } => "fetched by somebody",
        { FetchedBySomebody: true } => $"fetched by one of {arrival.Total:N0}",
        { Asked: > 0 } => Part(arrival.Asked, arrival.Total, "asked"),
        { Accepted: > 0 } => Part(arrival.Accepted, arrival.Total, "accepted"),
        _ when arrival.Unreachable == arrival.Total => "cannot be pushed",
        _ when arrival.Refused > 0 && arrival.Refused + arrival.Unreachable == arrival.Total => "refused by the push service",
        _ when arrival.GivenUp > 0 && arrival.GivenUp + arrival.Unreachable == arrival.Total => "given up after 24 hours",
        _ => "queued",
    };

    /// <summary>The same as a sentence, for whoever does not see the ring.</summary>
    public static string Sentence(Arrival arrival) => arrival switch
    {
        { Total: 0 } => "On no phone",
        { IsWhole: true, IsSettled: true } => arrival.Total == 1 ? "Arrived: the phone fetched it" : $"Arrived: all {Holders(arrival)} fetched it",
        { IsSettled: true } => $"{Holders(arrival)}: past it, though not every download was seen",
        { Accepted: 0 } => $"{Holders(arrival)}: {Of(arrival)}",
        { Total: > 1 } => $"{Holders(arrival)}: {arrival.Accepted:N0} accepted by the push service, {arrival.Asked:N0} asked, {arrival.Fetched:N0} fetched"
            + (arrival.Settled == 0 ? "" : $", {arrival.Settled:N0} settled"),
        { Fetched: > 0 } => $"{Holders(arrival)}: fetched",
        { Asked: > 0 } => $"{Holders(arrival)}: asked, not fetched yet",
        _ => $"{Holders(arrival)}: accepted by the push service, the phone has not asked yet",
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

    private static string Holders(Arrival arrival) =>
        arrival.IsOfDesign ? Counted.Of(arrival.Total, "pass on a phone", "passes on phones") : Counted.Phones(arrival.Total);

    private static string Part(int count, int total, string word) => total == 1 ? word : $"{count:N0} of {total:N0} {word}";
}

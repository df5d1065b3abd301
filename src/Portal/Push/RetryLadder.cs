namespace Portal.Push;

/// <summary>Exponential back-off with full jitter: 1 s to 1 h. A push is given up when its 24 hours are over.</summary>
public static class RetryLadder
{
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The wait before the next try.</summary>
    /// <param name="attempts">How many tries failed before this one.</param>
    /// <param name="longest">The highest step; an hour when not given.</param>
    public static TimeSpan Next(int attempts, TimeSpan? longest = null) => Step(attempts, Random.Shared.NextDouble(), longest ?? Longest);

    /// <summary>The wait for a throw of the dice between 0 and 1: anywhere between the shortest wait and this attempt's step.</summary>
    public static TimeSpan Step(int attempts, double dice, TimeSpan longest)
    {
        var step = Shortest * Math.Pow(2, Math.Clamp(attempts + 1, 0, 20));
        var ceiling = step < longest ? step : longest;
        return Shortest + ((ceiling - Shortest) * dice);
    }
}

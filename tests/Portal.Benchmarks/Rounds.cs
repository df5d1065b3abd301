using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>
/// Three rounds, in which the limit and the portal take turns, so that both meet the same machine, whoever else works on
/// it. The best round of each counts.
/// </summary>
internal static class Rounds
{
    private const int Count = 3;

    // The runtime compiles again what it sees to be hot, once nothing new is called any more; on a busy machine that takes
    // many seconds, in which neither shows what it can do.
    private const int WarmUps = 6;

    /// <summary>Measures both, after rounds that only warm up.</summary>
    /// <param name="name">What the ratio is called.</param>
    /// <param name="goal">The least that is good enough.</param>
    /// <param name="limit">One turn of the limit.</param>
    /// <param name="portal">One turn of the portal.</param>
    /// <param name="turns">How many turns a round has; many short ones meet the same machine more surely than few long ones.</param>
    public static async Task<Ratio> MeasureAsync(string name, double goal, Func<Task<Sample>> limit, Func<Task<Sample>> portal, int turns = 4)
    {
        for (var round = 0; round < WarmUps; round++)
            await RoundAsync(limit, portal, turns);
        var (bestLimit, bestPortal) = (0d, 0d);
        for (var round = 0; round < Count; round++)
        {
            var (all, ours) = await RoundAsync(limit, portal, turns);
            // Beside the ratios, not among them: only those are read by a script.
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {name}: {ours.PerSecond:0}/s of {all.PerSecond:0}/s"));
            (bestLimit, bestPortal) = (Math.Max(bestLimit, all.PerSecond), Math.Max(bestPortal, ours.PerSecond));
        }

        return new Ratio(name, bestPortal / bestLimit, goal);
    }

    private static async Task<(Sample Limit, Sample Portal)> RoundAsync(Func<Task<Sample>> limit, Func<Task<Sample>> portal, int turns)
    {
        var (all, ours) = (default(Sample), default(Sample));
        for (var turn = 0; turn < turns; turn++)
        {
            all += await limit();
            ours += await portal();
        }

        return (all, ours);
    }
}

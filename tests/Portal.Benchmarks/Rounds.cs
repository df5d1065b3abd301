using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>Three rounds of the limit and of the portal in turn, so that both meet the same machine; the best of each counts.</summary>
internal static class Rounds
{
    private const int Count = 3;

    // The runtime compiles again what it sees to be hot; that takes some seconds, in which neither shows what it can do.
    private const int WarmUps = 3;

    /// <summary>Measures both, after rounds of each that only warm up.</summary>
    /// <param name="name">What the ratio is called.</param>
    /// <param name="goal">The least that is good enough.</param>
    /// <param name="limit">Gives a rate, in things a second.</param>
    /// <param name="portal">The same of the portal.</param>
    public static async Task<Ratio> MeasureAsync(string name, double goal, Func<Task<double>> limit, Func<Task<double>> portal)
    {
        for (var round = 0; round < WarmUps; round++)
        {
            await limit();
            await portal();
        }

        var (bestLimit, bestPortal) = (0d, 0d);
        for (var round = 0; round < Count; round++)
        {
            bestLimit = Math.Max(bestLimit, await limit());
            bestPortal = Math.Max(bestPortal, await portal());
        }

        // Beside the ratios, not among them: only those are read by a script.
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {name}: {bestPortal:0}/s of {bestLimit:0}/s"));
        return new Ratio(name, bestPortal / bestLimit, goal);
    }
}

using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>What was measured against the most that is allowed: a ratio that is 1 or more where it is kept.</summary>
internal static class Within
{
    public static Task<Ratio> MillisecondsAsync(string name, double measured, double allowed) => OfAsync(name, measured, allowed, "ms");

    public static Task<Ratio> MegabytesAsync(string name, double measured, double allowed) => OfAsync(name, measured, allowed, "MB");

    /// <summary>The value that this part of all values does not exceed.</summary>
    public static double Percentile(IReadOnlyCollection<double> values, double part)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)Math.Ceiling(part * sorted.Length) - 1];
    }

    private static async Task<Ratio> OfAsync(string name, double measured, double allowed, string unit)
    {
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {name}: {measured:0.0} {unit} of {allowed:0} {unit}"));
        return new Ratio(name, allowed / measured, 1);
    }
}

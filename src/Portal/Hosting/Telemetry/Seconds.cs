using System.Diagnostics.Metrics;

namespace Portal.Hosting.Telemetry;

/// <summary>Histograms of durations in seconds, with limits that tell a millisecond from ten and a minute from an hour.</summary>
public static class Seconds
{
    private static readonly InstrumentAdvice<double> Limits = new()
    {
        HistogramBucketBoundaries =
            [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 14_400, 86_400],
    };

    /// <summary>A histogram of seconds.</summary>
    public static Histogram<double> Of(Meter meter, string name, string description) =>
        meter.CreateHistogram(name, "s", description, tags: null, Limits);
}

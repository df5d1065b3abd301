namespace Portal.Benchmarks;

/// <summary>How much was done in how long.</summary>
internal readonly record struct Sample(long Count, TimeSpan Took)
{
    public double PerSecond => Count / Took.TotalSeconds;

    public static Sample operator +(Sample one, Sample other) => new(one.Count + other.Count, one.Took + other.Took);
}

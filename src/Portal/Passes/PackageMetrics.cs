using System.Diagnostics.Metrics;
using Portal.Hosting.Telemetry;

namespace Portal.Passes;

/// <summary>What signing and its cache did, as meter <c>Portal.Packages</c>.</summary>
public sealed class PackageMetrics
{
    public const string MeterName = "Portal.Packages";

    private static readonly KeyValuePair<string, object?> Hit = new("cache", "hit");
    private static readonly KeyValuePair<string, object?> Miss = new("cache", "miss");

    private readonly Counter<long> _answers;
    private readonly Counter<long> _signatures;
    private readonly Histogram<double> _duration;

    public PackageMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _answers = meter.CreateCounter<long>("portal.packages.answers", description: "Packages asked for, by whether the cache had them");
        _signatures = meter.CreateCounter<long>("portal.packages.signatures", description: "Packages rendered and signed");
        _duration = Seconds.Of(meter, "portal.packages.duration", "Rendering and signing one package");
    }

    /// <summary>A package was asked for.</summary>
    public void Answered(bool fromCache) => _answers.Add(1, fromCache ? Hit : Miss);

    /// <summary>A package was made.</summary>
    public void Signed(TimeSpan duration)
    {
        _signatures.Add(1);
        _duration.Record(duration.TotalSeconds);
    }
}

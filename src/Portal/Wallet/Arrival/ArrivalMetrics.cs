using System.Diagnostics.Metrics;
using Portal.Data.Devices;
using Portal.Hosting.Telemetry;

namespace Portal.Wallet.Arrival;

/// <summary>How long changes take to their phones, as meter <c>Portal.Wallet</c>.</summary>
public sealed class ArrivalMetrics
{
    public const string MeterName = "Portal.Wallet";

    private readonly Histogram<double> _toAsked;
    private readonly Histogram<double> _toFetched;

    public ArrivalMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _toAsked = Seconds.Of(meter, "portal.wallet.edit_to_asked", "From a change to the list call in which a device was told of it");
        _toFetched = Seconds.Of(meter, "portal.wallet.edit_to_fetched", "From a change to a device's fetch of it, where it is known whose fetch it was");
    }

    /// <summary>Whether anybody reads them: it costs a query for each batch of marks.</summary>
    public bool IsWatched => _toAsked.Enabled || _toFetched.Enabled;

    /// <summary>Records what came.</summary>
    public void Arrived(IReadOnlyList<ArrivalDelay> delays)
    {
        foreach (var delay in delays)
        {
            if (delay.ToAsked is { } asked)
                _toAsked.Record(asked.TotalSeconds);
            if (delay.ToFetched is { } fetched)
                _toFetched.Record(fetched.TotalSeconds);
        }
    }
}

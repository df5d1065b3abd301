using System.Diagnostics;

namespace Portal.Hosting.Telemetry;

/// <summary>What the portal does, as spans of the source <c>Portal</c>. Without a listener one costs a comparison.</summary>
/// <remarks>
/// A span carries numbers, pass types and words of answers; never a token, a device library identifier, a serial number or
/// anything else a person or a phone wrote.
/// </remarks>
public static class PortalTracing
{
    /// <summary>The name under which a listener finds these spans.</summary>
    public const string SourceName = "Portal";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a span; null when nobody listens.</summary>
    public static System.Diagnostics.Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);
}

using OpenTelemetry;

namespace Portal.Hosting.Telemetry;

/// <summary>Takes paths and queries out of requests' spans: they hold device library identifiers and download codes. The route stays.</summary>
internal sealed class RoutesForPaths : BaseProcessor<System.Diagnostics.Activity>
{
    private static readonly string[] Telling =
        ["url.path", "url.query", "url.full", "http.target", "http.url", "client.address", "network.peer.address", "user_agent.original"];

    public override void OnEnd(System.Diagnostics.Activity data)
    {
        foreach (var tag in Telling)
            data.SetTag(tag, null);
    }
}

using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Portal.Hosting.Telemetry;

/// <summary>Metrics and traces by OTLP, where the standard variables name a collector. Without one nothing listens, and nothing is measured.</summary>
/// <remarks>https://opentelemetry.io/docs/specs/otel/protocol/exporter/</remarks>
public static class TelemetryFeature
{
    private const string ServiceName = "passbook-portal";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string MetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        OtlpVariables.Check(builder.Configuration, Endpoint, MetricsEndpoint, TracesEndpoint);
        var telemetry = builder.Services.AddOpenTelemetry();
        // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES, read after it, win.
        telemetry.ConfigureResource(resource => resource.Clear().AddService(ServiceName).AddTelemetrySdk().AddEnvironmentVariableDetector());
        if (Names(builder.Configuration, MetricsEndpoint))
            telemetry.WithMetrics(metrics => metrics.AddPortal().AddOtlpExporter());
        if (Names(builder.Configuration, TracesEndpoint))
            telemetry.WithTracing(traces => traces.AddPortal().AddOtlpExporter());
        return builder;
    }

    /// <summary>The meters worth watching: the portal's own, the web server's, the database driver's and the runtime's.</summary>
    public static MeterProviderBuilder AddPortal(this MeterProviderBuilder metrics) => metrics
        .AddMeter("Portal.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime");

    /// <summary>The sources worth following: requests by their route, what the portal does for them, and its SQL without values.</summary>
    public static TracerProviderBuilder AddPortal(this TracerProviderBuilder traces) => traces
        .AddSource(PortalTracing.SourceName)
        .AddAspNetCoreInstrumentation()
        .AddNpgsql()
        .AddProcessor(new RoutesForPaths());

    private static bool Names(ConfigurationManager configuration, string endpoint) =>
        !string.IsNullOrWhiteSpace(configuration[endpoint]) || !string.IsNullOrWhiteSpace(configuration[Endpoint]);
}

using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Portal.Hosting.Health;

/// <summary>Whether the process lives, and whether it can do its work. Anybody may ask, so no answer names a pass, a person or a machine.</summary>
public static class HealthFeature
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks();
        return services.AddReadiness<DatabaseHealth>("database").AddReadiness<StorageHealth>("storage");
    }

    /// <summary>Adds a check of which <c>/health/ready</c> tells.</summary>
    public static IServiceCollection AddReadiness<TCheck>(this IServiceCollection services, string name)
        where TCheck : class, IHealthCheck
    {
        services.AddHealthChecks().AddCheck<TCheck>(name, tags: [Ready]);
        return services;
    }

    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = static check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync,
        });
        return app;
    }

    // Degraded is answered with 200: this node still serves, and taking it out of the balance would help nobody.
    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsync(
            report.Status switch
            {
                HealthStatus.Healthy => "ok",
                HealthStatus.Degraded => "degraded: " + Reasons(report),
                _ => "unavailable",
            },
            context.RequestAborted);

    private static string Reasons(HealthReport report) => string.Join(
        ' ', report.Entries.Values.Where(entry => entry.Status is HealthStatus.Degraded).Select(entry => entry.Description));
}

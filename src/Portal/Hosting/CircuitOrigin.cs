using Microsoft.Extensions.Options;

namespace Portal.Hosting;

/// <summary>
/// Refuses a circuit that a page of another origin asks for. A WebSocket is not held back by the browser's same-origin
/// rule and carries the cookies; the framework lets it through.
/// </summary>
public static class CircuitOrigin
{
    public static WebApplication UseCircuitOrigin(this WebApplication app)
    {
        var known = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicBaseUrl?.GetLeftPart(UriPartial.Authority);
        app.UseWhen(StaffPaths.IsCircuit, branch => branch.Use((context, next) =>
        {
            if (IsOurs(context.Request, known))
                return next(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }));
        return app;
    }

    private static bool IsOurs(HttpRequest request, string? known)
    {
        if (request.Headers.Origin is not [{ Length: > 0 } origin])
            return request.Headers.Origin.Count == 0;
        return string.Equals(origin, known, StringComparison.OrdinalIgnoreCase)
            || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}

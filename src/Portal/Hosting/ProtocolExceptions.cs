using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Hosting;

/// <summary>An exception outside the staff pages becomes problem details without a word of what it says.</summary>
public sealed class ProtocolExceptions(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is that of the error page by now.
        if (StaffPaths.IsStaff(httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path))
            return false;
        httpContext.Response.StatusCode = exception switch
        {
            // A body that was cut off or too large is the sender's fault and carries its own status.
            BadHttpRequestException refused => refused.StatusCode,
            _ when DatabaseTrouble.Is(exception) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (httpContext.Response.StatusCode is StatusCodes.Status503ServiceUnavailable)
            httpContext.Response.Headers.RetryAfter = "10";
        await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext });
        return true;
    }
}

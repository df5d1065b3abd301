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
        // A body that was cut off or too large is the sender's fault and carries its own status.
        httpContext.Response.StatusCode = (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
        await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext });
        return true;
    }
}

using Microsoft.Extensions.Primitives;

namespace Portal.Hosting;

/// <summary>The headers that every answer carries, errors and files included.</summary>
public static class SecurityHeaders
{
    /// <summary>
    /// Scripts come from here and nowhere else. Styles may stand in the page: MudBlazor sizes its parts with them. The
    /// base address may be set, for Blazor needs one, but only to this origin.
    /// </summary>
    private static readonly StringValues ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; " +
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues Deny = "DENY";

    /// <summary>Sets them before the answer is made: behind the exception handler, which clears what was set before it.</summary>
    public static WebApplication UseSecurityHeaders(this WebApplication app)
    {
        app.Use(static (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = NoSniff;
            headers["Referrer-Policy"] = SameOrigin;
            headers.XFrameOptions = Deny;
            headers.ContentSecurityPolicy = ContentPolicy;
            return next(context);
        });
        return app;
    }
}

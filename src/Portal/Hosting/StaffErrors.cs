using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Hosting;

/// <summary>Pages for what goes wrong: staff read a page, phones get a status and problem details.</summary>
public static partial class StaffErrors
{
    public static WebApplication UseStaffErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/admin/error", CreateScopeForErrors = true,
            // What became problem details is a failure all the same, unless the sender is to blame.
            SuppressDiagnosticsCallback = static handled => handled.Exception is BadHttpRequestException,
            StatusCodeSelector = static error => DatabaseTrouble.Is(error) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/admin/problem/{0}", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            var failure = context.Features.Get<IExceptionHandlerFeature>();
            // The page about a refused form is read, not posted: without its token it would be refused in its turn.
            if (failure is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
                context.Request.Method = HttpMethods.Get;
            if (failure is not null)
            {
                Log.Failed(app.Logger, failure.Endpoint?.DisplayName, context.TraceIdentifier);
                // Who reads it is asked of the database, and the database may be what is broken: nobody is signed in here.
                context.Request.Headers.Cookie = default;
            }

            if (!StaffPaths.IsStaff(context) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            return next(context);
        });
        return app;
    }

    private static partial class Log
    {
        // The exception has its own line, without the number that the page shows.
        [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed; the visitor was told number {RequestId}")]
        public static partial void Failed(ILogger logger, string? endpoint, string requestId);
    }
}

using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Hosting;

/// <summary>Pages for what goes wrong: staff read a page, phones get a status and problem details.</summary>
public static class StaffErrors
{
    public static WebApplication UseStaffErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/admin/error", CreateScopeForErrors = true,
            StatusCodeSelector = static error => DatabaseTrouble.Is(error) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/admin/problem/{0}", createScopeForStatusCodePages: true);
        app.Use(static (context, next) =>
        {
            // The page about a refused form is read, not posted: without its token it would be refused in its turn.
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
                context.Request.Method = HttpMethods.Get;
            // Who reads it is asked of the database, and the database may be what is broken: nobody is signed in here.
            if (context.Features.Get<IExceptionHandlerFeature>() is not null)
                context.Request.Headers.Cookie = default;
            if (!StaffPaths.IsStaff(context) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            return next(context);
        });
        return app;
    }
}

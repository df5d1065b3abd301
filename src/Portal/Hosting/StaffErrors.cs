using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Hosting;

/// <summary>Pages for what goes wrong: staff read a page, phones get a status and problem details.</summary>
public static class StaffErrors
{
    public static WebApplication UseStaffErrors(this WebApplication app)
    {
        app.UseExceptionHandler("/admin/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/admin/not-found", createScopeForStatusCodePages: true);
        app.Use(static (context, next) =>
        {
            if (!StaffPaths.IsStaff(context) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            return next(context);
        });
        return app;
    }
}

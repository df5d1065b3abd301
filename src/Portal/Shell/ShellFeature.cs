using MudBlazor;
using MudBlazor.Services;

namespace Portal.Shell;

/// <summary>The frame around every staff page.</summary>
public static class ShellFeature
{
    public static WebApplicationBuilder AddShell(this WebApplicationBuilder builder)
    {
        // Otherwise a portal that was built and not published looks at the disk for every request, the phones' included,
        // whether a file was added since.
        if (!builder.Environment.IsDevelopment())
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = bool.FalseString;
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddMudServices(settings =>
        {
            settings.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomLeft;
            settings.SnackbarConfiguration.VisibleStateDuration = 4000;
            settings.SnackbarConfiguration.HideTransitionDuration = 200;
            settings.SnackbarConfiguration.ShowTransitionDuration = 200;
            settings.SnackbarConfiguration.PreventDuplicates = true;
        });
        return builder;
    }

    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapGet("/", static () => TypedResults.Redirect("/admin"));
        // Pages and the circuit's hub alike; a page opens itself to strangers by [AllowAnonymous]. No fallback policy: it
        // would answer a phone's wrong verb or unknown path with a sign-in page.
        // The content security policy is set by SecurityHeaders for every answer, frame-ancestors included.
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization();
        return app;
    }
}

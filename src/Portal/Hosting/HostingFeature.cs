using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Portal.Data.Storage;

namespace Portal.Hosting;

/// <summary>What every feature stands on: options, storage, the order of the middleware.</summary>
public static class HostingFeature
{
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        var options = StartOptions.Read(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(Options.Create(options.Portal));
        builder.Services.AddSingleton(Options.Create(options.Database));
        builder.Services.AddSingleton(Options.Create(options.Data));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddPortalData(options.Database.Provider, options.Database.ConnectionString);
        builder.Services.AddProblemDetails();
        return builder;
    }

    public static WebApplication UseHosting(this WebApplication app)
    {
        app.UseAntiforgery();
        return app;
    }
}

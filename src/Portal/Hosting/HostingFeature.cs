using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Hosting.Connections;
using Portal.Hosting.Health;

namespace Portal.Hosting;

/// <summary>What every feature stands on: options, storage, keys, health, and the order of the middleware.</summary>
public static class HostingFeature
{
    private static readonly TimeSpan OneYear = TimeSpan.FromDays(365);

    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        var options = StartOptions.Read(builder.Configuration, builder.Environment);
        TrustedRoot.Check(builder.Configuration);
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        builder.AddKnownProxies();
        builder.AddKnownHosts(options.Portal);
        StartLog.Add(builder);

        var services = builder.Services;
        services.AddSingleton(Options.Create(options.Portal));
        services.AddSingleton(Options.Create(options.Database));
        services.AddSingleton(Options.Create(options.Data));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PublicAddress>();
        services.AddStorage(options.Database);
        services.AddKeys();
        services.AddLimitedTransport();
        services.AddProblemDetails();
        services.AddExceptionHandler<ProtocolExceptions>();
        services.AddHsts(hsts => (hsts.MaxAge, hsts.IncludeSubDomains) = (OneYear, true));
        services.AddHealth();
        services.AddHostedService<StartReport>();
        return builder;
    }

    /// <summary>Everything in front of the endpoints, in its order.</summary>
    public static WebApplication UseHosting(this WebApplication app)
    {
        StartLog.Use(app);
        app.UseForwardedHeaders();
        app.UsePublicScheme();
        app.UseAnswerHeaders();
        // The protocol's endpoints answer from here: nothing made for pages stands in their way.
        app.UseRouting();
        app.UseStaffErrors();
        // A page about an error begins without the headers that were set before it.
        app.UseAnswerHeaders();
        app.UseCircuitOrigin();
        return app;
    }

    private static void UseAnswerHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseSecurityHeaders();
    }

    private static void AddStorage(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddPortalData(options.Provider, options.ConnectionString);
        services.AddSingleton<DataFolder>();
        services.AddSingleton<SqliteLock>();
        services.AddSingleton<ClockMark>();
        services.AddHostedService<DatabaseStart>();
        services.AddHostedService<ClockMarkWriter>();
    }

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddSingleton<MasterKey>();
        services.AddDataProtection().SetApplicationName("Passbook Portal").PersistKeysToDbContext<PortalDbContext>();
        services.AddOptions<KeyManagementOptions>()
            .Configure<MasterKey>(static (options, key) => options.XmlEncryptor = new KeyRingEncryptor(key));
    }

    private static void AddLimitedTransport(this IServiceCollection services)
    {
        services.AddSingleton<SocketTransportFactory>();
        // Kestrel asks the transport that was added last first.
        services.AddSingleton<IConnectionListenerFactory, LimitedTransport>();
    }

    /// <summary>
    /// Behind a proxy that ends TLS the request looks like plain HTTP. The public address is configured, so no header has
    /// to be believed to know better.
    /// </summary>
    private static void UsePublicScheme(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicBaseUrl?.Scheme != Uri.UriSchemeHttps)
            return;
        app.Use(static (context, next) =>
        {
            context.Request.Scheme = Uri.UriSchemeHttps;
            return next(context);
        });
    }
}

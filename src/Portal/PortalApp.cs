using Portal.Accounts;
using Portal.Activity;
using Portal.Certificates;
using Portal.Demo;
using Portal.Designs;
using Portal.Devices;
using Portal.Hosting;
using Portal.Hosting.Health;
using Portal.Hosting.Telemetry;
using Portal.Passes;
using Portal.Passes.Downloads;
using Portal.Push;
using Portal.Shell;
using Portal.Updates;
using Portal.Wallet;

namespace Portal;

/// <summary>The whole portal, put together.</summary>
public static class PortalApp
{
    /// <summary>Builds the portal without starting it.</summary>
    /// <param name="args">Command line: <c>--Key:Name=value</c> sets configuration.</param>
    /// <param name="configure">
    /// For tests and tools: configuration it adds is seen by every feature, services it registers win over the features' own.
    /// </param>
    /// <exception cref="StartFailedException">A configuration value is missing or wrong; the message names its key.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(PortalApp).Assembly.GetName().Name,
            ContentRootPath = ContentRoot.Find(args),
        });
        var given = builder.TakeServicesOf(configure);

        builder.AddHosting();
        builder.AddTelemetry();
        builder.AddAccounts();
        builder.AddCertificates();
        builder.AddPush();
        builder.AddActivity();
        builder.AddUpdates();
        builder.AddDesigns();
        builder.AddDevices();
        builder.AddPasses();
        builder.AddWallet();
        builder.AddShell();
        builder.AddDemo();

        builder.PutServices(given);
        var app = builder.Build();

        app.UseHosting();
        app.UseAccounts();
        app.MapHealth();
        app.MapWallet();
        app.MapDownloads();
        app.MapAccounts();
        app.MapShell();
        app.MapDesigns();
        return app;
    }
}

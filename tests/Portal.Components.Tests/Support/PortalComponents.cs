using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using Portal.Activity;
using Portal.Activity.Complaints;
using Portal.Certificates;
using Portal.Designs;
using Portal.Devices;
using Portal.Hosting;
using Portal.Passes;
using Portal.Push;
using Portal.Testing.Databases;
using Portal.Updates;

namespace Portal.Components.Tests.Support;

/// <summary>Renders staff components over the real services and a real database, with Ada signed in.</summary>
internal static class PortalComponents
{
    /// <param name="database">What they show.</param>
    /// <param name="lossy">Another way to it, for answers that get lost.</param>
    public static BunitContext Over(TestDatabase database, LossyDatabase? lossy = null)
    {
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.AddAuthorization().SetAuthorized("Ada");
        var services = context.Services;
        services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(lossy?.Contexts ?? database.Contexts);
        services.AddSingleton(lossy?.Writer ?? database.Writer);
        services.AddSingleton(Options.Create(new PortalOptions { PublicBaseUrl = new Uri("https://passes.example.com") }));
        services.AddSingleton<IServer, NoServer>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<PortalEvents>();
        services.AddSingleton<PushSignal>();
        services.AddSingleton<PushTopics>();
        services.AddSingleton(Options.Create(new DataOptions { Folder = "", MasterKey = new byte[32] }));
        services.AddSingleton<DataFolder>();
        services.AddSingleton<MasterKey>();
        services.AddSingleton<CertificateKeys>();
        services.AddSingleton<CertificateList>();
        services.AddSingleton<UpdateQueries>();
        services.AddSingleton<PushAgain>();
        services.AddSingleton<DesignLibrary>();
        services.AddSingleton<DesignStore>();
        services.AddSingleton<DesignImages>();
        services.AddSingleton<DesignPublisher>();
        services.AddSingleton<PassQueries>();
        services.AddSingleton<PassDesk>();
        services.AddSingleton<PassChanges>();
        services.AddSingleton<DeviceQueries>();
        services.AddSingleton<ChangeLog>();
        services.AddSingleton<ComplaintLog>();
        services.AddSingleton<WalletHints>();
        services.AddSingleton<SlowCounts>();
        services.AddSingleton<Arrivals>();
        context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return context;
    }

    // The public address is configured here, so nobody asks where a server listens.
    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}

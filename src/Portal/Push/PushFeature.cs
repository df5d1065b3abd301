using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Data.Pushes;
using Portal.Data.Storage;
using Portal.Hosting;
using Portal.Hosting.Health;

namespace Portal.Push;

/// <summary>Everything that pushes.</summary>
public static class PushFeature
{
    public static WebApplicationBuilder AddPush(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ApnsOptions>().BindConfiguration(ApnsOptions.Section).ValidateOnStart();
        services.AddOptions<PushOptions>().BindConfiguration(PushOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApnsOptions>, ApnsOptionsValidator>();
        services.AddSingleton<IValidateOptions<PushOptions>, PushOptionsValidator>();
        services.TryAddSingleton(provider => ApnsEndpoint.From(provider.GetRequiredService<IOptions<ApnsOptions>>().Value));

        // Asked for with the first push: the demo's push service has an address only once it runs.
        services.AddSingleton(provider => new Lazy<ApnsEndpoint>(
            // Made anew after a failure, which may have been a lack of file handles.
            provider.GetRequiredService<ApnsEndpoint>, LazyThreadSafetyMode.PublicationOnly));
        services.AddSingleton<QueueClock>();
        services.AddSingleton<PushClaims>();
        services.AddSingleton(provider => new FanOuts(
            provider.GetRequiredService<IDbContextFactory<PortalDbContext>>(), provider.GetRequiredService<PortalWriter>()));
        services.AddSingleton(provider => new PushCompletions(
            provider.GetRequiredService<PortalWriter>(), provider.GetRequiredService<QueueClock>(),
            static () => KillPoints.Reach(KillPoints.PushCompleting)));
        services.AddSingleton<PushSignal>();
        services.AddSingleton<PushTopics>();
        services.AddSingleton<PushMetrics>();
        services.AddSingleton<PushBacklogs>();
        services.AddSingleton<DownloadPressure>();
        services.AddSingleton<PushCompleter>();
        services.AddSingleton<PushDispatcher>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPushSender, ApnsSender>());
        services.AddSingleton<PushLogCleaning>();
        services.AddHostedService<PushWorker>();
        services.AddHostedService<PushLogKeeper>();
        services.AddHostedService<BacklogWatch>();
        services.AddReadiness<PushHealth>("pushes");
        return builder;
    }
}

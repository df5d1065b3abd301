using Portal.Activity.Complaints;
using Portal.Activity.Pushes;

namespace Portal.Activity;

/// <summary>Registers the live feed and what staff see of recent activity.</summary>
public static class ActivityFeature
{
    public static WebApplicationBuilder AddActivity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PortalEvents>();
        builder.Services.AddSingleton<SlowCounts>();
        builder.Services.AddSingleton<Arrivals>();
        builder.Services.AddSingleton<ChangeLog>();
        builder.Services.AddSingleton<Totals>();
        builder.Services.AddSingleton<ComplaintLog>();
        builder.Services.AddSingleton<PushLog>();
        builder.Services.AddHostedService<NodeRelay>();
        return builder;
    }
}

using Portal.Hosting;
using Portal.Push;
using Portal.Shell;

namespace Portal.Demo;

/// <summary>The Development workspace: sample designs and passes, and simulated phones that use them.</summary>
public static class DemoFeature
{
    private const string EnabledKey = "Demo:Enabled";

    /// <summary>Adds the demo where <c>Demo:Enabled</c> asks for it.</summary>
    /// <exception cref="StartFailedException">It asks for it outside Development.</exception>
    public static WebApplicationBuilder AddDemo(this WebApplicationBuilder builder)
    {
        var wanted = builder.Configuration[EnabledKey];
        if (string.IsNullOrEmpty(wanted))
            return builder;
        if (!bool.TryParse(wanted, out var enabled))
            throw new StartFailedException($"{EnabledKey} has to be true or false, but is '{wanted}'.");
        if (!enabled)
            return builder;
        if (!builder.Environment.IsDevelopment())
            throw new StartFailedException("Demo:Enabled is for Development only: its passes are signed by an authority that no phone trusts.");

        var services = builder.Services;
        services.AddSingleton<DemoAuthority>();
        services.AddSingleton<DemoApns>();
        services.AddSingleton<DemoWorkspace>();
        services.AddSingleton(provider => new ApnsEndpoint(
            provider.GetRequiredService<DemoApns>().Server.BaseAddress, provider.GetRequiredService<DemoApns>().Server.Root));
        services.AddSingleton(new WorkspaceNotice(
            "Demo workspace with simulated phones. No real iPhone will install a pass made here.", "How to leave the demo", "admin/demo"));
        services.AddSingleton<IStartLines, DemoLines>();
        services.AddHostedService(provider => provider.GetRequiredService<DemoApns>());
        services.AddHostedService(provider => provider.GetRequiredService<DemoWorkspace>());
        services.AddHostedService<DemoPhones>();
        return builder;
    }
}

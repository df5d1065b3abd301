using Portal.Activity.Complaints;
using Portal.Passes;
using Portal.Wallet.Admission;
using Portal.Wallet.Arrival;

namespace Portal.Wallet;

/// <summary>Registers the public Wallet protocol: both faces, always on, with no cookie, form token or redirect anywhere.</summary>
public static class WalletFeature
{
    public static WebApplicationBuilder AddWallet(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<WalletLimits>().BindConfiguration(WalletLimits.Section)
            .Validate(limits => limits.RefusedTokensPerMinute > 0, "Wallet:RefusedTokensPerMinute must be 1 or more.")
            .Validate(limits => limits.LogPostsPerMinute > 0, "Wallet:LogPostsPerMinute must be 1 or more.")
            .Validate(limits => limits.KeptLogLines > 0, "Wallet:KeptLogLines must be 1 or more.")
            .ValidateOnStart();
        services.AddSingleton<PassGate>();
        services.AddSingleton<DeviceLog>();
        services.AddSingleton<WalletNews>();
        services.AddSingleton<WalletHints>();
        services.AddSingleton<RecentListCalls>();
        services.AddSingleton<ArrivalMarks>();
        services.AddSingleton<ArrivalMetrics>();
        services.AddSingleton<ArrivalBatches>();
        services.AddHostedService<ArrivalMarksWriter>();
        services.AddOptions<PackageOptions>().BindConfiguration(PackageOptions.Section)
            .Validate(packages => packages.CacheMegabytes is >= 0 and <= 16_384, "Packages:CacheMegabytes must be 0 to 16384.")
            .ValidateOnStart();
        services.AddSingleton<PackageMetrics>();
        services.AddSingleton<PackageRendering>();
        services.AddSingleton<PassPackages>();
        return builder;
    }

    public static IEndpointRouteBuilder MapWallet(this IEndpointRouteBuilder routes)
    {
        foreach (var face in new[] { WalletFace.Apple, WalletFace.Original })
        {
            var group = routes.MapFace(face);
            group.MapRegistrations();
            group.MapUpdateLists();
            group.MapPasses();
            group.MapLogs();
            group.MapUnknown("/devices");
            group.MapUnknown("/passes");
            group.MapUnknown("/log");
        }

        var apple = routes.MapFace(WalletFace.Apple);
        apple.MapUnknown("");
        apple.MapDoubledVersion();
        return routes;
    }

    // Nothing of the pages' pipeline stands between a device and its answer.
    private static RouteGroupBuilder MapFace(this IEndpointRouteBuilder routes, WalletFace face)
    {
        var group = routes.MapGroup(face.Prefix).WithMetadata(face).Guarded();
        group.ShortCircuit();
        return group;
    }
}

using Microsoft.Extensions.Time.Testing;
using Portal.Accounts;
using Portal.Testing.Hosting;

namespace Portal.Tests.Accounts;

/// <summary>A portal whose visitors come through a known proxy, each from an address of its own.</summary>
public static class StaffedPortal
{
    public static Task<PortalHost> StartAsync(FakeTimeProvider? time = null, string environment = "Development") =>
        PortalHost.StartAsync(
            new PortalHostOptions
            {
                Time = time,
                Environment = environment,
                Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Proxy:Addresses:0"] = "127.0.0.1" },
            },
            TestContext.Current.CancellationToken);

    /// <summary>The path of a fresh set-up link.</summary>
    public static async Task<string> SetupPathAsync(this PortalHost portal)
    {
        var link = await portal.Service<SetupLinks>().IssueAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(link);
        return link.PathAndQuery;
    }

    /// <summary>Makes the owner account and gives back its signed-in visitor.</summary>
    public static async Task<Visitor> OwnerAsync(this PortalHost portal)
    {
        var owner = new Visitor(portal);
        using var made = await owner.SetUpAsync(await portal.SetupPathAsync());
        Assert.Equal("/admin", Visitor.PathOf(made));
        return owner;
    }
}

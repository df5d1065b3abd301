using Microsoft.AspNetCore.HostFiltering;

namespace Portal.Hosting;

/// <summary>Outside Development only the portal's own name is answered: links are made of the Host header in places.</summary>
public static class KnownHosts
{
    private const string Key = "AllowedHosts";

    public static void AddKnownHosts(this WebApplicationBuilder builder, PortalOptions portal)
    {
        if (builder.Environment.IsDevelopment() || portal.PublicBaseUrl is null || builder.Configuration[Key] is { Length: > 0 } and not "*")
            return;
        string[] hosts = [portal.PublicBaseUrl.Host, "localhost", "127.0.0.1", "[::1]"];
        builder.Services.PostConfigure<HostFilteringOptions>(options => options.AllowedHosts = hosts);
    }
}

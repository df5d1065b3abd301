using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Portal.Hosting;

/// <summary>Forwarded headers count only when a proxy named in the configuration sent them.</summary>
public static class KnownProxies
{
    private const string AddressesKey = "Proxy:Addresses";
    private const string NetworksKey = "Proxy:Networks";

    /// <summary>Reads <c>Proxy:Addresses</c> and <c>Proxy:Networks</c>.</summary>
    /// <exception cref="StartFailedException">One of them is no address or no network.</exception>
    public static void AddKnownProxies(this WebApplicationBuilder builder)
    {
        // The framework's own switch for forwarded headers trusts every sender.
        builder.Configuration["ForwardedHeaders_Enabled"] = "false";
        var addresses = Values(builder.Configuration, AddressesKey).Select(Address).ToList();
        var networks = Values(builder.Configuration, NetworksKey).Select(Network).ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            addresses.ForEach(options.KnownProxies.Add);
            networks.ForEach(options.KnownIPNetworks.Add);
            options.ForwardedHeaders = addresses.Count + networks.Count > 0
                ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost
                : ForwardedHeaders.None;
        });
    }

    private static string[] Values(ConfigurationManager configuration, string key) =>
        configuration.GetSection(key).Get<string[]>() ?? [];

    private static IPAddress Address(string text) =>
        IPAddress.TryParse(text, out var address) ? address : throw new StartFailedException($"{AddressesKey}: '{text}' is no IP address.");

    private static System.Net.IPNetwork Network(string text) => System.Net.IPNetwork.TryParse(text, out var network)
        ? network
        : throw new StartFailedException($"{NetworksKey}: '{text}' is no network such as 10.0.0.0/8.");
}

using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Portal.Hosting;

/// <summary>Where phones and staff reach the portal: as configured, or (in Development only) where it listens.</summary>
public sealed class PublicAddress(IOptions<PortalOptions> options, IServer server)
{
    /// <summary>The address without a trailing slash, in the form that is written into passes.</summary>
    /// <exception cref="InvalidOperationException">Nothing is configured and the server does not listen yet.</exception>
    public string Text => (options.Value.PublicBaseUrl ?? Listening()).AbsoluteUri.TrimEnd('/');

    /// <summary>The address of a path below it, such as <c>/p/abc.pkpass</c>.</summary>
    public Uri Of(string path) => new(Text + path);

    private Uri Listening()
    {
        var first = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("Portal:PublicBaseUrl is not set and the server does not listen yet.");
        return new Uri(first.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
    }
}

using Microsoft.AspNetCore.Builder;
using Portal.Data.Storage;

namespace Portal.Testing.Hosting;

/// <summary>How a test wants its portal.</summary>
public sealed record PortalHostOptions
{
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Development may leave its public address to be where it listens; Production is given a made-up one.</summary>
    public string Environment { get; init; } = "Development";

    /// <summary>The portal's clock; the machine's own unless a test wants to set it.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>Further configuration by key.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Further changes to the host; services registered here win over the portal's own.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }
}

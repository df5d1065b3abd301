using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Portal.Data.Storage;

namespace Portal.Hosting.Health;

/// <summary>Whether SQLite's disk takes what is written, and whether its write-ahead log stays small.</summary>
public sealed class StorageHealth(StorageWatch storage, IOptions<DatabaseOptions> options) : IHealthCheck
{
    /// <summary>A write-ahead log as large as this says that some reader never ends, in bytes.</summary>
    public const long LargeLog = 256L * 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        storage.Trouble is { } trouble ? HealthCheckResult.Unhealthy(trouble)
        : LogLength() >= LargeLog ? HealthCheckResult.Degraded("The write-ahead log of the database grows: another program reads it and does not end.")
        : HealthCheckResult.Healthy());

    private long LogLength()
    {
        if (options.Value.Provider is not DatabaseProvider.Sqlite)
            return 0;
        var log = new FileInfo(new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource + "-wal");
        return log.Exists ? log.Length : 0;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Testing.Postgres;

namespace Portal.Testing.Databases;

/// <summary>A migrated, empty database of its own, gone when disposed.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private readonly Lazy<ServiceProvider> _services;

    private protected TestDatabase(DatabaseProvider provider, string connectionString)
    {
        Provider = provider;
        ConnectionString = connectionString;
        _services = new(() => new ServiceCollection().AddPortalData(provider, connectionString).BuildServiceProvider());
    }

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    public IDbContextFactory<PortalDbContext> Contexts => _services.Value.GetRequiredService<IDbContextFactory<PortalDbContext>>();

    public PortalWriter Writer => _services.Value.GetRequiredService<PortalWriter>();

    public ProtocolStatements Statements => _services.Value.GetRequiredService<ProtocolStatements>();

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider, CancellationToken cancellationToken) =>
        provider is DatabaseProvider.Sqlite
            ? await SqliteTestDatabase.CreateAsync(cancellationToken)
            : await PostgresTestDatabase.CreateAsync(await PostgresCluster.SharedAsync(), cancellationToken);

    /// <summary>One whose commits wait for the disk as in production, which no other on PostgreSQL does.</summary>
    public static async Task<TestDatabase> CreateDurableAsync(DatabaseProvider provider, CancellationToken cancellationToken) =>
        provider is DatabaseProvider.Sqlite
            ? await SqliteTestDatabase.CreateAsync(cancellationToken)
            : await PostgresTestDatabase.CreateAsync(await PostgresCluster.DurableAsync(), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_services.IsValueCreated)
            await _services.Value.DisposeAsync();
        await RemoveAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task RemoveAsync();

    private protected static async Task MigrateAsync(DatabaseProvider provider, string connectionString, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddPortalData(provider, connectionString).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }
}

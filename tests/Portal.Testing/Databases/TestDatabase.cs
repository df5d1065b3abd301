using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Devices;
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

    /// <summary>Registrations by a clock of the test's own.</summary>
    public DeviceRegistrations RegistrationsAt(TimeProvider time) => new(Writer, _services.Value.GetRequiredService<OrdinaryRegistrations>(), time);

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider, CancellationToken cancellationToken) =>
        provider is DatabaseProvider.Sqlite
            ? await SqliteTestDatabase.CreateAsync(cancellationToken)
            : await PostgresTestDatabase.CreateAsync(await PostgresCluster.SharedAsync(), cancellationToken);

    /// <summary>A SQLite file in a folder that is the caller's.</summary>
    public static async Task<TestDatabase> CreateSqliteInAsync(string folder, CancellationToken cancellationToken) =>
        await SqliteTestDatabase.CreateInAsync(folder, cancellationToken);

    /// <summary>One whose commits wait for the disk as in production, which no other on PostgreSQL does.</summary>
    public static async Task<TestDatabase> CreateDurableAsync(DatabaseProvider provider, CancellationToken cancellationToken) =>
        provider is DatabaseProvider.Sqlite
            ? await SqliteTestDatabase.CreateAsync(cancellationToken)
            : await PostgresTestDatabase.CreateAsync(await PostgresCluster.DurableAsync(), cancellationToken);

    /// <summary>Lets PostgreSQL count what was put in at once, which it does by itself only a while later. SQLite plans without counting.</summary>
    public async Task AnalyzeAsync(CancellationToken cancellationToken)
    {
        if (Provider is DatabaseProvider.Sqlite)
            return;
        await using var db = await Contexts.CreateDbContextAsync(cancellationToken);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE", cancellationToken);
    }

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

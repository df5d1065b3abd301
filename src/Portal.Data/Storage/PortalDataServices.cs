using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Portal.Data.Devices;

namespace Portal.Data.Storage;

/// <summary>Registers storage with the host.</summary>
public static class PortalDataServices
{
    /// <summary>The context factory of the chosen provider, the writer with its gate, and the protocol's statements.</summary>
    public static IServiceCollection AddPortalData(this IServiceCollection services, DatabaseProvider provider, string connectionString)
    {
        if (provider is DatabaseProvider.Sqlite)
            services.AddSqlite(connectionString);
        else
            services.AddPostgres(connectionString);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<StorageWatch>();
        services.AddSingleton(container => new WriteGate(provider, container.GetRequiredService<StorageWatch>()));
        services.AddSingleton<PortalWriter>();
        services.AddSingleton<DeviceRegistrations>();
        services.AddSingleton<ArrivalMarkStatements>();
        // Identity's stores ask for a scoped context.
        services.AddScoped(scope => scope.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext());
        return services;
    }

    /// <summary>SQLite as the portal uses it.</summary>
    public static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(SqliteConnectionText.Complete(connectionString)).AddInterceptors(new SqlitePragmas());

    private static void AddSqlite(this IServiceCollection services, string connectionString)
    {
        services.AddProvider<SqlitePortalDbContext>((_, options) => UseSqlite(options, connectionString));
        services.AddSingleton<ProtocolStatements>(_ => new SqliteProtocolStatements(connectionString));
        services.AddSingleton<OrdinaryRegistrations>(provider => new SqliteOrdinaryRegistrations(connectionString, provider.GetRequiredService<WriteGate>()));
    }

    private static void AddPostgres(this IServiceCollection services, string connectionString)
    {
        // Prepared by the driver after the second use: the protocol's few statements are asked all day long.
        var text = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2 }.ToString();
        // Made by the container, so that it is disposed with it and no connection stays behind.
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(text).Build());
        services.AddProvider<PostgresPortalDbContext>((provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<ProtocolStatements, PostgresProtocolStatements>();
        services.AddSingleton<OrdinaryRegistrations, PostgresOrdinaryRegistrations>();
    }

    private static void AddProvider<TContext>(this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> configure)
        where TContext : PortalDbContext
    {
        services.AddPooledDbContextFactory<TContext>(configure);
        services.AddSingleton<IDbContextFactory<PortalDbContext>, ProviderContextFactory<TContext>>();
    }
}

using Npgsql;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Testing.Postgres;

namespace Portal.Testing.Databases;

/// <summary>A database of the run's PostgreSQL, copied from a migrated template.</summary>
internal sealed class PostgresTestDatabase : TestDatabase
{
    // The build's own id: another model is another build, and a cluster that is shared by two builds keeps both.
    private static readonly string Template = $"portal_template_{typeof(PortalDbContext).Assembly.ManifestModule.ModuleVersionId:N}";

    private readonly PostgresCluster _cluster;
    private readonly string _name;

    private PostgresTestDatabase(PostgresCluster cluster, string name)
        : base(DatabaseProvider.PostgreSql, cluster.For(name))
    {
        _cluster = cluster;
        _name = name;
    }

    public static async Task<PostgresTestDatabase> CreateAsync(PostgresCluster cluster, CancellationToken cancellationToken)
    {
        await TemplateDatabase.EnsureAsync(cluster, Template, MigrateTemplateAsync, cancellationToken);
        var name = $"portal_{Guid.CreateVersion7():N}";
        await cluster.ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{Template}\"", cancellationToken);
        return new PostgresTestDatabase(cluster, name);
    }

    private protected override async Task RemoveAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await _cluster.ExecuteAsync($"DROP DATABASE IF EXISTS \"{_name}\" WITH (FORCE)", CancellationToken.None);
    }

    // Npgsql's data source closes its pool when it is disposed, so nothing stays connected to the template.
    private static Task MigrateTemplateAsync(string connectionString) =>
        MigrateAsync(DatabaseProvider.PostgreSql, connectionString, CancellationToken.None);
}

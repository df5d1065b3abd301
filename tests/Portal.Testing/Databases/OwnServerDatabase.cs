using Portal.Data.Storage;
using Portal.Testing.Postgres;

namespace Portal.Testing.Databases;

/// <summary>A database on a PostgreSQL of its own, which a test may crash.</summary>
public sealed class OwnServerDatabase : TestDatabase
{
    private const string Name = "portal";

    private OwnServerDatabase(PostgresServer server)
        : base(DatabaseProvider.PostgreSql, server.For(Name)) => Server = server;

    public PostgresServer Server { get; }

    public static async Task<OwnServerDatabase> CreateAsync(CancellationToken cancellationToken)
    {
        var server = await PostgresServer.StartAsync(cancellationToken);
        try
        {
            await server.CreateDatabaseAsync(Name, cancellationToken);
            await MigrateAsync(DatabaseProvider.PostgreSql, server.For(Name), cancellationToken);
            return new OwnServerDatabase(server);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private protected override async Task RemoveAsync() => await Server.DisposeAsync();
}

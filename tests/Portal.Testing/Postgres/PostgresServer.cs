using Npgsql;

namespace Portal.Testing.Postgres;

/// <summary>A PostgreSQL of one's own that may be stopped and started again, set up as in production.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Owner = "portal";

    private readonly PostgresPrograms _programs;
    private readonly TemporaryFolder _folder;

    private PostgresServer(PostgresPrograms programs, TemporaryFolder folder)
    {
        _programs = programs;
        _folder = folder;
    }

    private string Data => _folder.File("data");

    /// <summary>Starts one with an empty database.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed.</exception>
    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken)
    {
        var programs = PostgresPrograms.Find() ?? throw new InvalidOperationException("PostgreSQL is not installed (apt-get install postgresql).");
        var server = new PostgresServer(programs, TemporaryFolder.Create());
        await SharedFolder.GiveAsync(server._folder.Path, cancellationToken);
        await programs.InitDbAsync(server.Data, Owner, cancellationToken);
        await server.StartAgainAsync(cancellationToken);
        return server;
    }

    /// <summary>The connection string of a database.</summary>
    public string For(string database) => $"Host={_folder.Path};Username={Owner};Database={database};Include Error Detail=true";

    /// <summary>Makes an empty database.</summary>
    public async Task CreateDatabaseAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(For("postgres"));
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"CREATE DATABASE \"{database}\"", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Ends it as a crash would: nothing is written down first, every connection is cut.</summary>
    public Task CrashAsync(CancellationToken cancellationToken) =>
        PostgresPrograms.RunAsync([_programs.PgCtl, "stop", "--mode", "immediate", "--pgdata", Data], cancellationToken);

    /// <summary>Starts it on what the disk has.</summary>
    public Task StartAgainAsync(CancellationToken cancellationToken) =>
        _programs.StartAsync(Data, _folder.File("postgres.log"), ["listen_addresses=", $"unix_socket_directories={_folder.Path}", "max_connections=400"], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await CrashAsync(CancellationToken.None);
        _folder.Dispose();
    }
}

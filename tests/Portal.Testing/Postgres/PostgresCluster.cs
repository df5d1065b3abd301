using Npgsql;

namespace Portal.Testing.Postgres;

/// <summary>
/// The PostgreSQL of the test run: a private cluster that the first test process starts and that stops by itself after
/// the last, or the server that <c>PORTAL_TEST_POSTGRES</c> names (a connection string of a role that may create databases).
/// </summary>
/// <remarks>It never waits for the disk; <see cref="DurableAsync"/> is a second one, set up as in production.</remarks>
public sealed class PostgresCluster
{
    private const string Owner = "portal";
    private const string NotInstalled = "PostgreSQL is not installed (apt-get install postgresql)";
    private static readonly string[] Careless = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"];
    private static readonly Lazy<Task<PostgresCluster>> Shared = new(() => Named is { } named
        ? Task.FromResult(new PostgresCluster(named))
        : StartOrJoinAsync("portal-tests", Careless));

    // PostgreSQL's own 128 MB are meant for the smallest machines: a million registrations do not fit.
    private static readonly string[] AsInProduction = ["shared_buffers=1GB"];
    private static readonly Lazy<Task<PostgresCluster>> Durable = new(() => StartOrJoinAsync("portal-durable", AsInProduction));

    private readonly NpgsqlConnectionStringBuilder _maintenance;

    private PostgresCluster(string maintenance) => _maintenance = new NpgsqlConnectionStringBuilder(maintenance);

    /// <summary>Why there can be no PostgreSQL here, or null.</summary>
    public static string? WhyMissing { get; } =
        Named is null && PostgresPrograms.Find() is null
            ? NotInstalled + " and PORTAL_TEST_POSTGRES names none."
            : null;

    private static string? Named => Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES");

    public static Task<PostgresCluster> SharedAsync() => Shared.Value;

    /// <summary>A private cluster whose commits wait for the disk, for measurements. It never is the server that the environment names.</summary>
    public static Task<PostgresCluster> DurableAsync() => Durable.Value;

    /// <summary>The connection string of one database of the cluster.</summary>
    public string For(string database) =>
        new NpgsqlConnectionStringBuilder(_maintenance.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>Runs one statement outside of the databases under test, as CREATE DATABASE asks for.</summary>
    public async Task<object?> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_maintenance.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>A lock among all test processes, held until it is disposed.</summary>
    public async Task<IAsyncDisposable> LockAsync(long key, CancellationToken cancellationToken)
    {
        // Not pooled: closing the session is what gives the lock back.
        var text = new NpgsqlConnectionStringBuilder(_maintenance.ConnectionString) { Pooling = false }.ConnectionString;
        var connection = new NpgsqlConnection(text);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({key})", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }

    private static async Task<PostgresCluster> StartOrJoinAsync(string name, string[] settings)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var programs = PostgresPrograms.Find() ?? throw new InvalidOperationException(NotInstalled);
        var folder = await SharedFolder.CreateAsync(name, patience.Token);
        await using var starting = await folder.LockStartAsync(patience.Token);
        await folder.UseUntilProcessEndsAsync(patience.Token);
        var cluster = new PostgresCluster($"Host={folder.Socket};Username={Owner};Database=postgres;Include Error Detail=true");
        if (!await cluster.AnswersAsync(patience.Token))
            await StartAsync(programs, folder, settings, patience.Token);
        return cluster;
    }

    private static async Task StartAsync(PostgresPrograms programs, SharedFolder folder, string[] settings, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder.Data))
            Directory.Delete(folder.Data, recursive: true);
        await programs.InitDbAsync(folder.Data, Owner, cancellationToken);
        string[] all = ["listen_addresses=", $"unix_socket_directories={folder.Socket}", "max_connections=400", .. settings];
        await programs.StartAsync(folder.Data, folder.Log, all, cancellationToken);
        await folder.StopWhenUnusedAsync(programs.PgCtl, cancellationToken);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync("SELECT 1", cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}

using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using Portal.Data.Storage;
using Portal.Testing.Databases;

namespace Portal.Benchmarks.Registering;

/// <summary>
/// The limit of everything that is stored: transactions of one INSERT into a table of its own, prepared, on kept connections. On
/// SQLite one after the other, which is all there is; on PostgreSQL as many at once as there are clients.
/// </summary>
internal sealed class BareInserts : IAsyncDisposable
{
    private const int Clients = 64;
    private const string Table = "CREATE TABLE bare (device TEXT PRIMARY KEY, token TEXT NOT NULL)";
    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(500);

    private readonly SqliteConnection? _sqlite;
    private readonly NpgsqlDataSource? _postgres;

    private BareInserts(SqliteConnection? sqlite, NpgsqlDataSource? postgres) => (_sqlite, _postgres) = (sqlite, postgres);

    public static async Task<BareInserts> CreateAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        if (database.Provider is DatabaseProvider.PostgreSql)
        {
            var text = new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxAutoPrepare = 10, AutoPrepareMinUsages = 2 };
            var source = new NpgsqlDataSourceBuilder(text.ToString()).Build();
            await using var table = source.CreateCommand(Table);
            await table.ExecuteNonQueryAsync(cancellationToken);
            return new BareInserts(null, source);
        }

        var connection = new SqliteConnection(SqliteConnectionText.Complete(database.ConnectionString));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = SqlitePragmas.Statements + Table;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new BareInserts(connection, null);
    }

    public async Task<Sample> RunAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var inserted = _sqlite is { } sqlite
            ? await Task.Run(() => Insert(sqlite, started), cancellationToken)
            : (await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => InsertAsync(started, cancellationToken)))).Sum();
        return new Sample(inserted, Stopwatch.GetElapsedTime(started));
    }

    public async ValueTask DisposeAsync()
    {
        if (_sqlite is not null)
            await _sqlite.DisposeAsync();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
    }

    private static int Insert(SqliteConnection connection, long started)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO bare (device, token) VALUES ($device, $token)";
        var (device, token) = (command.Parameters.Add("$device", SqliteType.Text), command.Parameters.Add("$token", SqliteType.Text));
        var inserted = 0;
        for (; Stopwatch.GetElapsedTime(started) < Duration; inserted++)
        {
            using var transaction = connection.BeginTransaction();
            command.Transaction = transaction;
            (device.Value, token.Value) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
            command.ExecuteNonQuery();
            transaction.Commit();
        }

        return inserted;
    }

    private async Task<int> InsertAsync(long started, CancellationToken cancellationToken)
    {
        var source = _postgres ?? throw new InvalidOperationException("There is no PostgreSQL.");
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var inserted = 0;
        for (; Stopwatch.GetElapsedTime(started) < Duration; inserted++)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var command = new NpgsqlCommand("INSERT INTO bare (device, token) VALUES ($1, $2)", connection);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Guid.NewGuid().ToString("N") });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Guid.NewGuid().ToString("N") });
            await command.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return inserted;
    }
}

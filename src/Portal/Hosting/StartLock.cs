using Npgsql;
using Portal.Data.Storage;

namespace Portal.Hosting;

/// <summary>
/// Lets nodes that start together prepare their database one after the other: one migrates, the next finds it done. An
/// advisory lock of PostgreSQL, held by a connection, so it ends with a node that dies. SQLite has one process.
/// </summary>
internal sealed partial class StartLock : IAsyncDisposable
{
    // 'passbook', as a number of 64 bits.
    private const long Key = 0x70617373626F6F6B;

    private readonly NpgsqlConnection? _connection;

    private StartLock(NpgsqlConnection? connection) => _connection = connection;

    /// <summary>Waits, however long a migration of another node takes, until it is this one's turn.</summary>
    public static async Task<StartLock> TakeAsync(DatabaseOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        if (options.Provider is not DatabaseProvider.PostgreSql)
            return new StartLock(null);
        // No pool: closing the connection is what gives the lock back.
        var text = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false, CommandTimeout = 0 };
        var connection = new NpgsqlConnection(text.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            if (!await AskAsync<bool>(connection, "SELECT pg_try_advisory_lock($1)", cancellationToken))
            {
                Log.Waits(logger);
                await AskAsync<object>(connection, "SELECT pg_advisory_lock($1)", cancellationToken);
            }

            return new StartLock(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<T?> AskAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter<long> { TypedValue = Key } } };
        return (T?)await command.ExecuteScalarAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Another node prepares the database; waiting for it")]
        public static partial void Waits(ILogger logger);
    }
}

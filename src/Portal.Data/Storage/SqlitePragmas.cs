using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Data.Storage;

/// <summary>
/// What each SQLite connection is told: a committed save survives a power cut (WAL with FULL), readers map the file.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>The statements, for connections that are not opened through EF Core.</summary>
    public const string Statements = "PRAGMA journal_mode=WAL; " + ForReading;

    // A connection that may not write cannot change the journal: EF Core opens one to see whether the file is there.
    // A write-ahead log that a long reader made grow is cut to 64 MB once it may begin anew.
    private const string ForReading =
        "PRAGMA synchronous=FULL; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string For(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode is SqliteOpenMode.ReadOnly ? ForReading : Statements;
}

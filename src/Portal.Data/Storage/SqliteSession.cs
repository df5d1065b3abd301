using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Portal.Data.Storage;

/// <summary>A reading connection with the protocol's statements prepared on it; for one caller at a time, so that SQLite need not lock it for every call.</summary>
internal sealed class SqliteSession : IDisposable
{
    private const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX | raw.SQLITE_OPEN_URI;

    private readonly sqlite3 _connection;

    /// <exception cref="SqliteException">The database cannot be opened.</exception>
    public SqliteSession(string connectionString)
    {
        var options = new SqliteConnectionStringBuilder(connectionString);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_open_v2(options.DataSource, out _connection, Flags, null), _connection);
        var busy = options.DefaultTimeout * 1000;
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_exec(_connection, $"{SqlitePragmas.Statements} PRAGMA query_only=ON; PRAGMA busy_timeout={busy};"), _connection);
        var sql = SqliteProtocolStatements.Sql;
        List = Prepare(sql.List);
        FindPass = Prepare(sql.FindPass);
        FindDownload = Prepare(sql.FindDownload);
        ReadPass = Prepare(sql.ReadPass);
    }

    public SqliteStatement List { get; }

    public SqliteStatement FindPass { get; }

    public SqliteStatement FindDownload { get; }

    public SqliteStatement ReadPass { get; }

    public void Dispose()
    {
        List.Dispose();
        FindPass.Dispose();
        FindDownload.Dispose();
        ReadPass.Dispose();
        _connection.Dispose();
    }

    private SqliteStatement Prepare(string sql) => new(_connection, string.Format(CultureInfo.InvariantCulture, sql, "?1", "?2"));
}

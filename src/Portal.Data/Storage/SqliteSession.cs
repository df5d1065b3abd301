using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Portal.Data.Storage;

/// <summary>A reading connection with the protocol's statements prepared on it; for one caller at a time, so that SQLite need not lock it for every call.</summary>
internal sealed class SqliteSession : IDisposable
{
    // It reads a row here and there, from the mapped file or the system's cache: two megabytes, SQLite's default, would be
    // held by each session and gain nothing.
    private const string CacheOfItsOwn = "PRAGMA cache_size=-512;";

    private const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX | raw.SQLITE_OPEN_URI;

    private readonly sqlite3 _connection;
    private readonly List<SqliteStatement> _statements = [];

    /// <exception cref="SqliteException">The database cannot be opened.</exception>
    public SqliteSession(string connectionString)
    {
        var options = new SqliteConnectionStringBuilder(connectionString);
        var answer = raw.sqlite3_open_v2(options.DataSource, out _connection, Flags, null);
        try
        {
            SqliteException.ThrowExceptionForRC(answer, _connection);
            var busy = options.DefaultTimeout * 1000;
            SqliteException.ThrowExceptionForRC(
                raw.sqlite3_exec(_connection, $"{SqlitePragmas.Statements} {CacheOfItsOwn} PRAGMA query_only=ON; PRAGMA busy_timeout={busy};"), _connection);
            var sql = SqliteProtocolStatements.Sql;
            List = Prepare(sql.List);
            FindPass = Prepare(sql.FindPass);
            FindDownload = Prepare(sql.FindDownload);
            ReadPass = Prepare(sql.ReadPass);
        }
        catch
        {
            // What is half open holds files: a process that has too few of them would never get out of that.
            Dispose();
            throw;
        }
    }

    public SqliteStatement List { get; }

    public SqliteStatement FindPass { get; }

    public SqliteStatement FindDownload { get; }

    public SqliteStatement ReadPass { get; }

    public void Dispose()
    {
        _statements.ForEach(statement => statement.Dispose());
        _connection.Dispose();
    }

    private SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(_connection, string.Format(CultureInfo.InvariantCulture, sql, "?1", "?2"));
        _statements.Add(statement);
        return statement;
    }
}

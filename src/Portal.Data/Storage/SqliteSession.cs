using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.Data.Storage;

/// <summary>A reading connection with the protocol's statements prepared on it; for one caller at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;

    public SqliteSession(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        using (var pragmas = _connection.CreateCommand())
        {
            pragmas.CommandText = $"{SqlitePragmas.Statements} PRAGMA query_only=ON; PRAGMA busy_timeout={_connection.DefaultTimeout * 1000};";
            pragmas.ExecuteNonQuery();
        }

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

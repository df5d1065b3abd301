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
            pragmas.CommandText = SqlitePragmas.Statements + " PRAGMA query_only=ON;";
            pragmas.ExecuteNonQuery();
        }

        var sql = SqliteProtocolStatements.Sql;
        List = new Statement(_connection, sql.List, "$1", "$2");
        FindPass = new Statement(_connection, sql.FindPass, "$1", "$2");
        FindDownload = new Statement(_connection, sql.FindDownload, "$1");
        // Parameters are texts.
        ReadPass = new Statement(_connection, sql.ReadPass.Replace("{0}", "CAST({0} AS INTEGER)", StringComparison.Ordinal), "$1");
    }

    public Statement List { get; }

    public Statement FindPass { get; }

    public Statement FindDownload { get; }

    public Statement ReadPass { get; }

    public void Dispose()
    {
        List.Dispose();
        FindPass.Dispose();
        FindDownload.Dispose();
        ReadPass.Dispose();
        _connection.Dispose();
    }

    /// <summary>A prepared command and its text parameters.</summary>
    public sealed class Statement : IDisposable
    {
        private readonly SqliteCommand _command;

        public Statement(SqliteConnection connection, string sql, params string[] parameters)
        {
            _command = connection.CreateCommand();
            _command.CommandText = string.Format(CultureInfo.InvariantCulture, sql, parameters);
            foreach (var name in parameters)
                _command.Parameters.Add(new SqliteParameter(name, SqliteType.Text) { Value = "" });
            _command.Prepare();
        }

        public SqliteDataReader Ask(params ReadOnlySpan<string> values)
        {
            for (var i = 0; i < values.Length; i++)
                _command.Parameters[i].Value = values[i];
            return _command.ExecuteReader();
        }

        public void Dispose() => _command.Dispose();
    }
}

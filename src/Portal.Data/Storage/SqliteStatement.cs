using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Portal.Data.Storage;

/// <summary>
/// A statement prepared on an open connection, to be run many times in its transaction: without the reader and the look-up
/// of names that a command of Microsoft.Data.Sqlite costs each time, which is as much as the statement itself.
/// </summary>
/// <remarks>Throws <see cref="SqliteException"/> as a command does. For one thread.</remarks>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
    }

    /// <summary>The place of a parameter, if the statement has it.</summary>
    public bool TryFind(string parameter, out int place)
    {
        place = raw.sqlite3_bind_parameter_index(_statement, parameter);
        return place > 0;
    }

    public void Bind(int place, long? value) =>
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, place, number) : raw.sqlite3_bind_null(_statement, place));

    public void Bind(int place, string? value) =>
        Check(value is null ? raw.sqlite3_bind_null(_statement, place) : raw.sqlite3_bind_text(_statement, place, value));

    /// <summary>Runs it with what is bound, and forgets what it returns.</summary>
    public void Execute() => Read(numbers: null);

    /// <summary>Runs it with what is bound, and adds the first column of each row it returns.</summary>
    public void Read(List<long>? numbers)
    {
        int answer;
        while ((answer = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
            numbers?.Add(raw.sqlite3_column_int64(_statement, 0));
        raw.sqlite3_reset(_statement);
        if (answer != raw.SQLITE_DONE)
            Check(answer);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int answer) => SqliteException.ThrowExceptionForRC(answer, _connection);
}

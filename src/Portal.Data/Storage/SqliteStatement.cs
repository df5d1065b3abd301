using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Portal.Data.Storage;

/// <summary>
/// A statement prepared on an open connection, to be run many times: without the reader and the look-up of names that a
/// command of Microsoft.Data.Sqlite costs each time, which is as much as the statement itself.
/// </summary>
/// <remarks>
/// Throws <see cref="SqliteException"/> as a command does. For one thread. What waits for a lock is the connection's
/// <c>busy_timeout</c>.
/// </remarks>
internal sealed class SqliteStatement : IDisposable
{
    private const int ShortText = 512;

    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string sql)
        : this(connection.Handle ?? throw new InvalidOperationException("The connection is not open."), sql)
    {
    }

    public SqliteStatement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
    }

    /// <summary>The row it stands on after <see cref="Step"/> said that there is one.</summary>
    public SqliteRow Row => new(_statement);

    /// <summary>The place of a parameter, if the statement has it.</summary>
    public bool TryFind(string parameter, out int place)
    {
        place = raw.sqlite3_bind_parameter_index(_statement, parameter);
        return place > 0;
    }

    public void Bind(int place, long? value) =>
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, place, number) : raw.sqlite3_bind_null(_statement, place));

    public void Bind(int place, string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(_statement, place));
            return;
        }

        var longest = Encoding.UTF8.GetMaxByteCount(value.Length);
        var bytes = longest <= ShortText ? stackalloc byte[ShortText] : new byte[longest];
        Check(raw.sqlite3_bind_text(_statement, place, bytes[..Encoding.UTF8.GetBytes(value, bytes)]));
    }

    /// <summary>Goes to the first row, and then from row to row. False, and ready to be run again, when there is none left.</summary>
    public bool Step()
    {
        var answer = raw.sqlite3_step(_statement);
        if (answer == raw.SQLITE_ROW)
            return true;
        Reset();
        if (answer != raw.SQLITE_DONE)
            Check(answer);
        return false;
    }

    /// <summary>Ends it before its last row: until then it holds its snapshot.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    /// <summary>Runs it with what is bound, and forgets what it returns.</summary>
    public void Execute() => Read(numbers: null);

    /// <summary>Runs it with what is bound, and adds the first column of each row it returns.</summary>
    public void Read(List<long>? numbers)
    {
        while (Step())
            numbers?.Add(Row.Int64(0));
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int answer) => SqliteException.ThrowExceptionForRC(answer, _connection);
}

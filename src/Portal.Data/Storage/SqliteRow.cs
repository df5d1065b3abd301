using SQLitePCL;

namespace Portal.Data.Storage;

/// <summary>The row a statement of SQLite stands on, until it goes on.</summary>
internal readonly struct SqliteRow(sqlite3_stmt statement) : IProtocolRow
{
    public long Int64(int column) => raw.sqlite3_column_int64(statement, column);

    public bool Flag(int column) => raw.sqlite3_column_int64(statement, column) != 0;

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public DateTimeOffset Instant(int column) => UtcMicroseconds.To(raw.sqlite3_column_int64(statement, column));

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;
}

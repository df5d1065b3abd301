using Npgsql;

namespace Portal.Data.Storage;

/// <summary>The row a reader of PostgreSQL stands on.</summary>
internal readonly struct PostgresRow(NpgsqlDataReader rows) : IProtocolRow
{
    public long Int64(int column) => rows.GetInt64(column);

    public bool Flag(int column) => rows.GetBoolean(column);

    public string Text(int column) => rows.GetString(column);

    public DateTimeOffset Instant(int column) => rows.GetFieldValue<DateTimeOffset>(column);

    public bool IsNull(int column) => rows.IsDBNull(column);
}

using System.Data.Common;

namespace Portal.Data.Storage;

/// <summary>Reads the columns of <see cref="ProtocolStatements.ListSql"/>, one row for each pass of the device.</summary>
internal static class ListRow
{
    /// <summary>How many there are.</summary>
    public const int Columns = 11;

    public static DeviceUpdates Start(DbDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetInt64(2));

    public static ListedPass Pass(DbDataReader row) => new(
        row.GetInt64(3), row.GetInt64(4), row.GetString(5), Math.Max(row.GetInt64(6), row.GetInt64(7)), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10));
}

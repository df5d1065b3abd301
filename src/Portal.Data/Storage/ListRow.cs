namespace Portal.Data.Storage;

/// <summary>Reads the columns of <see cref="ProtocolStatements.ListSql"/>, one row for each pass of the device.</summary>
internal static class ListRow
{
    /// <summary>How many there are.</summary>
    public const int Columns = 11;

    public static DeviceUpdates Start<TRow>(TRow row)
        where TRow : struct, IProtocolRow => new(row.Text(0), row.Int64(1), row.Int64(2));

    public static ListedPass Pass<TRow>(TRow row)
        where TRow : struct, IProtocolRow =>
        new(row.Int64(3), row.Int64(4), row.Text(5), Math.Max(row.Int64(6), row.Int64(7)), row.Int64(8), row.Int64(9), row.Int64(10));
}

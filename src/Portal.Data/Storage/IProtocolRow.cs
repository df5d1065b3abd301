namespace Portal.Data.Storage;

/// <summary>A row of a protocol statement, as its database gives it. Its kinds are structures: the code that reads them is made for each.</summary>
internal interface IProtocolRow
{
    long Int64(int column);

    bool Flag(int column);

    string Text(int column);

    DateTimeOffset Instant(int column);

    bool IsNull(int column);
}

/// <summary>What either database has in common.</summary>
internal static class ProtocolRows
{
    public static long? Int64OrNull<TRow>(this TRow row, int column)
        where TRow : struct, IProtocolRow => row.IsNull(column) ? null : row.Int64(column);

    public static string? TextOrNull<TRow>(this TRow row, int column)
        where TRow : struct, IProtocolRow => row.IsNull(column) ? null : row.Text(column);

    public static DateTimeOffset? InstantOrNull<TRow>(this TRow row, int column)
        where TRow : struct, IProtocolRow => row.IsNull(column) ? null : row.Instant(column);
}

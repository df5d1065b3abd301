using System.Globalization;
using Npgsql;

namespace Portal.Data.Storage;

/// <summary>On PostgreSQL the driver prepares them by itself, the source's pool keeps the connections, and those that wait are asked for together.</summary>
public sealed class PostgresProtocolStatements : ProtocolStatements
{
    private static readonly string FindDownload = FindDownloadSql.Replace("{0}", "$1", StringComparison.Ordinal);

    // Those that ask together ask with texts.
    private static readonly string ReadPass = ReadPassSql.Replace("{0}", "CAST({0} AS bigint)", StringComparison.Ordinal);

    private readonly NpgsqlDataSource _source;
    private readonly PostgresTogether<DeviceUpdates> _lists;
    private readonly PostgresTogether<PassHead> _passes;
    private readonly PostgresTogether<PassContent> _contents;

    public PostgresProtocolStatements(NpgsqlDataSource source)
    {
        _source = source;
        _lists = new(source, Together(ListSql), ListRow.Columns, static (row, updates) =>
        {
            updates ??= ListRow.Start(new PostgresRow(row));
            updates.Passes.Add(ListRow.Pass(new PostgresRow(row)));
            return updates;
        });
        _passes = new(source, Together(FindPassSql), HeadColumns, static (row, _) => HeadOf(new PostgresRow(row)));
        _contents = new(source, Together(ReadPass), ContentColumns, static (row, _) => ContentOf(new PostgresRow(row)));
    }

    public override ValueTask<DeviceUpdates?> ListAsync(
        string deviceLibraryIdentifier, string passTypeIdentifier, CancellationToken cancellationToken) =>
        new(_lists.AskAsync(deviceLibraryIdentifier, passTypeIdentifier, cancellationToken));

    public override ValueTask<PassHead?> FindPassAsync(string passTypeIdentifier, string serialNumber, CancellationToken cancellationToken) =>
        new(_passes.AskAsync(passTypeIdentifier, serialNumber, cancellationToken));

    public override async ValueTask<PassHead?> FindDownloadAsync(string downloadCode, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(FindDownload);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = downloadCode });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? HeadOf(new PostgresRow(rows)) : null;
    }

    public override ValueTask<PassContent?> ReadPassAsync(long passId, CancellationToken cancellationToken) =>
        new(_contents.AskAsync(passId.ToString(CultureInfo.InvariantCulture), "", cancellationToken));

    // Each call is a row with a number, by which its answer comes back. OFFSET 0 has every row looked up by itself: without
    // it a planner that knows little of a young database reads all registrations of the pass type and then drops most.
    private static string Together(string sql) =>
        $"""
        SELECT l.*, a."Call" FROM unnest($1, $2) WITH ORDINALITY AS a("First", "Second", "Call")
        CROSS JOIN LATERAL ({string.Format(CultureInfo.InvariantCulture, sql, "a.\"First\"", "a.\"Second\"")} OFFSET 0) AS l
        """;
}

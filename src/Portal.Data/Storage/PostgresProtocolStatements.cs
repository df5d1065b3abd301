using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Portal.Data.Storage;

/// <summary>On PostgreSQL the driver prepares them by itself; the source's pool keeps the connections.</summary>
public sealed class PostgresProtocolStatements(NpgsqlDataSource source) : ProtocolStatements
{
    private static readonly string FindPass = Numbered(FindPassSql);
    private static readonly string FindDownload = Numbered(FindDownloadSql);

    private readonly PostgresLists _lists = new(source, ListSql);

    public override ValueTask<DeviceUpdates?> ListAsync(
        string deviceLibraryIdentifier, string passTypeIdentifier, CancellationToken cancellationToken) =>
        new(_lists.AskAsync(deviceLibraryIdentifier, passTypeIdentifier, cancellationToken));

    public override ValueTask<PassHead?> FindPassAsync(string passTypeIdentifier, string serialNumber, CancellationToken cancellationToken) =>
        FindAsync(Command(FindPass, passTypeIdentifier, serialNumber), cancellationToken);

    public override ValueTask<PassHead?> FindDownloadAsync(string downloadCode, CancellationToken cancellationToken) =>
        FindAsync(Command(FindDownload, downloadCode), cancellationToken);

    protected override DateTimeOffset InstantOf(DbDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);

    private static string Numbered(string sql) => string.Format(CultureInfo.InvariantCulture, sql, "$1", "$2");

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<string> values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        return command;
    }

    private async ValueTask<PassHead?> FindAsync(NpgsqlCommand owned, CancellationToken cancellationToken)
    {
        await using var command = owned;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? HeadOf(rows) : null;
    }
}

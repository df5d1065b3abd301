using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.Data.Storage;

/// <summary>On SQLite a few reading connections are kept open with their statements prepared.</summary>
/// <remarks>A read takes microseconds and never waits for a writer (WAL), so it runs on the caller's thread.</remarks>
public sealed class SqliteProtocolStatements(string connectionString) : ProtocolStatements, IDisposable
{
    private const int KeptSessions = 16;

    private readonly ConcurrentBag<SqliteSession> _free = [];
    private readonly string _connectionString =
        new SqliteConnectionStringBuilder(SqliteConnectionText.Complete(connectionString)) { Pooling = false }.ToString();

    private volatile bool _disposed;

    public override ValueTask<DeviceUpdates?> ListAsync(
        string deviceLibraryIdentifier, string passTypeIdentifier, CancellationToken cancellationToken)
    {
        using var turn = new Turn(this);
        DeviceUpdates? updates = null;
        using (var rows = turn.Session.List.Ask(deviceLibraryIdentifier, passTypeIdentifier))
        {
            while (rows.Read())
            {
                updates ??= ListRow.Start(rows);
                updates.Passes.Add(ListRow.Pass(rows));
            }
        }

        turn.Succeeded();
        return new(updates);
    }

    public override ValueTask<PassHead?> FindPassAsync(string passTypeIdentifier, string serialNumber, CancellationToken cancellationToken)
    {
        using var turn = new Turn(this);
        return new(turn.Succeeded(Find(turn.Session.FindPass.Ask(passTypeIdentifier, serialNumber))));
    }

    public override ValueTask<PassHead?> FindDownloadAsync(string downloadCode, CancellationToken cancellationToken)
    {
        using var turn = new Turn(this);
        return new(turn.Succeeded(Find(turn.Session.FindDownload.Ask(downloadCode))));
    }

    public override ValueTask<PassContent?> ReadPassAsync(long passId, CancellationToken cancellationToken)
    {
        using var turn = new Turn(this);
        using var rows = turn.Session.ReadPass.Ask(passId.ToString(CultureInfo.InvariantCulture));
        return new(turn.Succeeded(rows.Read() ? ContentOf(rows) : null));
    }

    public void Dispose()
    {
        _disposed = true;
        while (_free.TryTake(out var session))
            session.Dispose();
    }

    protected override DateTimeOffset InstantOf(DbDataReader row, int column) => UtcMicroseconds.To(row.GetInt64(column));

    internal static (string List, string FindPass, string FindDownload, string ReadPass) Sql => (ListSql, FindPassSql, FindDownloadSql, ReadPassSql);

    private PassHead? Find(SqliteDataReader owned)
    {
        using var rows = owned;
        return rows.Read() ? HeadOf(rows) : null;
    }

    private void Return(SqliteSession session)
    {
        if (_disposed || _free.Count >= KeptSessions)
            session.Dispose();
        else
            _free.Add(session);
    }

    // A session whose statement failed is closed, not kept.
    private ref struct Turn(SqliteProtocolStatements owner)
    {
        private bool _succeeded;

        public SqliteSession Session { get; } = owner._free.TryTake(out var free) ? free : new SqliteSession(owner._connectionString);

        public void Succeeded() => _succeeded = true;

        public T Succeeded<T>(T result)
        {
            _succeeded = true;
            return result;
        }

        public readonly void Dispose()
        {
            if (_succeeded)
                owner.Return(Session);
            else
                Session.Dispose();
        }
    }
}

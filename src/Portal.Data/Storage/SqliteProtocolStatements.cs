using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Portal.Data.Storage;

/// <summary>On SQLite a few reading connections are kept open with their statements prepared.</summary>
/// <remarks>A read takes microseconds and never waits for a writer (WAL), so it runs on the caller's thread.</remarks>
public sealed class SqliteProtocolStatements(string connectionString) : ProtocolStatements, IDisposable
{
    private const int KeptSessions = 16;

    // The last one used comes first: each session maps the file anew, and the fewer do, the less memory is touched.
    private readonly ConcurrentStack<SqliteSession> _free = [];
    private readonly string _connectionString =
        new SqliteConnectionStringBuilder(SqliteConnectionText.Complete(connectionString)) { Pooling = false }.ToString();

    private volatile bool _disposed;

    public override ValueTask<DeviceUpdates?> ListAsync(
        string deviceLibraryIdentifier, string passTypeIdentifier, CancellationToken cancellationToken)
    {
        using var turn = new Turn(this);
        var list = turn.Session.List;
        list.Bind(1, deviceLibraryIdentifier);
        list.Bind(2, passTypeIdentifier);
        DeviceUpdates? updates = null;
        while (list.Step())
        {
            updates ??= ListRow.Start(list.Row);
            updates.Passes.Add(ListRow.Pass(list.Row));
        }

        turn.Succeeded();
        return new(updates);
    }

    public override ValueTask<PassHead?> FindPassAsync(string passTypeIdentifier, string serialNumber, CancellationToken cancellationToken)
    {
        using var turn = new Turn(this);
        var find = turn.Session.FindPass;
        find.Bind(1, passTypeIdentifier);
        find.Bind(2, serialNumber);
        return new(turn.Succeeded(Only(find, HeadOf<SqliteRow>)));
    }

    public override ValueTask<PassHead?> FindDownloadAsync(string downloadCode, CancellationToken cancellationToken)
    {
        using var turn = new Turn(this);
        var find = turn.Session.FindDownload;
        find.Bind(1, downloadCode);
        return new(turn.Succeeded(Only(find, HeadOf<SqliteRow>)));
    }

    public override ValueTask<PassContent?> ReadPassAsync(long passId, CancellationToken cancellationToken)
    {
        using var turn = new Turn(this);
        var read = turn.Session.ReadPass;
        read.Bind(1, passId);
        return new(turn.Succeeded(Only(read, ContentOf<SqliteRow>)));
    }

    public void Dispose()
    {
        _disposed = true;
        while (_free.TryPop(out var session))
            session.Dispose();
    }

    internal static (string List, string FindPass, string FindDownload, string ReadPass) Sql => (ListSql, FindPassSql, FindDownloadSql, ReadPassSql);

    private static T? Only<T>(SqliteStatement statement, Func<SqliteRow, T> read)
        where T : class
    {
        if (!statement.Step())
            return null;
        var found = read(statement.Row);
        statement.Reset();
        return found;
    }

    private void Return(SqliteSession session)
    {
        if (_disposed || _free.Count >= KeptSessions)
            session.Dispose();
        else
            _free.Push(session);
    }

    // A session whose statement failed is closed, not kept.
    private ref struct Turn(SqliteProtocolStatements owner)
    {
        private bool _succeeded;

        public SqliteSession Session { get; } = owner._free.TryPop(out var free) ? free : new SqliteSession(owner._connectionString);

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

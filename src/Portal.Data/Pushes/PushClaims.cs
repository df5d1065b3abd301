using Microsoft.EntityFrameworkCore;
using Portal.Data.Devices;
using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>Takes due rows out of the queue for a while, so that nobody else sends them.</summary>
/// <remarks>
/// A claim moves the row's due time to the end of its lease: a holder that died is overtaken by the row simply falling due
/// again, and no claim has to read past the rows that others hold. SQLite has one process, so there a lease of another
/// boot is void as soon as this one starts. PostgreSQL compares all due times with its own clock, because those of its
/// nodes may differ.
/// </remarks>
public sealed class PushClaims(IDbContextFactory<PortalDbContext> contexts, PortalWriter writer, TimeProvider time)
{
    /// <summary>Longer than two pushes may take: one waiting in front of the gate and one under way.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>The most rows one claim takes, so that it holds the write gate only for milliseconds.</summary>
    public const int BatchLimit = 2000;

    /// <summary>This run of the process.</summary>
    public Guid BootId { get; } = Guid.NewGuid();

    /// <summary>Reads what waits, for each pass type that has anything waiting or is stopped.</summary>
    public async Task<IReadOnlyList<TopicQueue>> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var sql = db.Database.IsSqlite() ? PushClaimSql.SqliteOverview : PushClaimSql.PostgresOverview;
        var rows = await db.Database.SqlQueryRaw<OverviewRow>(sql, db.StoredInstant(time.GetUtcNow())).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToQueue())];
    }

    /// <summary>Claims up to <paramref name="count"/> due rows of one pass type and priority, the longest waiting first.</summary>
    public async Task<IReadOnlyList<DuePush>> ClaimAsync(
        int passTypeId, PushPriority priority, int count, CancellationToken cancellationToken)
    {
        var lease = Guid.NewGuid();
        var now = time.GetUtcNow();
        var rows = await writer.WriteAsync(
            (db, token) => db.Database.SqlQueryRaw<ClaimedRow>(
                db.Database.IsSqlite() ? PushClaimSql.SqliteClaim : PushClaimSql.PostgresClaim,
                lease, BootId, db.StoredInstant(now), db.StoredInstant(now + Lease),
                passTypeId, (int)priority, Math.Min(count, BatchLimit)).ToListAsync(token),
            cancellationToken);
        return [.. rows.Select(row => row.ToPush(lease, now))];
    }

    /// <summary>On SQLite, frees what a run before this one still held. To be called before the first claim.</summary>
    /// <returns>How many rows were freed.</returns>
    public Task<int> ReleaseDeadAsync(CancellationToken cancellationToken) =>
        writer.WriteAsync(
            (db, token) => db.Database.IsSqlite()
                ? db.Database.ExecuteSqlRawAsync(PushClaimSql.SqliteReleaseOthers, [BootId, db.StoredInstant(time.GetUtcNow())], token)
                : Task.FromResult(0),
            cancellationToken);

    /// <summary>Frees everything this run still holds, at its end.</summary>
    /// <returns>How many rows were freed.</returns>
    public Task<int> ReleaseOwnAsync(CancellationToken cancellationToken) =>
        writer.WriteAsync(
            (db, token) => db.Database.ExecuteSqlRawAsync(
                db.Database.IsSqlite() ? PushClaimSql.SqliteReleaseOwn : PushClaimSql.PostgresReleaseOwn,
                [BootId, db.StoredInstant(time.GetUtcNow())], token),
            cancellationToken);

    private sealed record OverviewRow(int PassTypeId, string Topic, int Stopped, int Renewed, long? SingleIn, long? BulkIn)
    {
        public TopicQueue ToQueue() => new(PassTypeId, Topic, Stopped != 0, Renewed != 0, Span(SingleIn), Span(BulkIn));

        private static TimeSpan? Span(long? microseconds) =>
            microseconds is { } value ? TimeSpan.FromTicks(value * TimeSpan.TicksPerMicrosecond) : null;
    }

    private sealed record ClaimedRow(
        long PushTargetId, int PassTypeId, long Tag, int Priority, int Attempts, string Kind, string PushToken, long ExpiresAt)
    {
        public DuePush ToPush(Guid lease, DateTimeOffset now) => new(
            PushTargetId, PassTypeId, lease, Tag, (PushPriority)Priority, Attempts,
            Enum.Parse<PushKind>(Kind), PushToken, now, UtcMicroseconds.To(ExpiresAt));
    }
}

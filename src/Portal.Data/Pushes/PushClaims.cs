using Microsoft.EntityFrameworkCore;
using Portal.Data.Devices;
using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>Takes due rows out of the queue, so that nobody else sends them.</summary>
/// <remarks>
/// A claim moves its rows from the queue into one <see cref="PushLease"/>. A holder that died is overtaken when its lease
/// runs out: what it left unanswered returns to the queue. SQLite has one process, so there a lease of another boot is void
/// as soon as this one starts. PostgreSQL compares all times with its own clock, because those of its nodes may differ.
/// </remarks>
public sealed class PushClaims(IDbContextFactory<PortalDbContext> contexts, PortalWriter writer, QueueClock clock)
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
        var rows = await db.Database.SqlQueryRaw<OverviewRow>(sql, db.StoredInstant(clock.Latest)).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToQueue())];
    }

    /// <summary>Claims up to <paramref name="count"/> due rows of one pass type and priority, the longest waiting first.</summary>
    public Task<IReadOnlyList<DuePush>> ClaimAsync(int passTypeId, PushPriority priority, int count, CancellationToken cancellationToken)
    {
        var timestamp = clock.Timestamp;
        return writer.WriteAsync(
            async (db, token) =>
            {
                var sqlite = db.Database.IsSqlite();
                var now = clock.Now;
                var rows = await db.Database.SqlQueryRaw<ClaimedRow>(
                    sqlite ? PushClaimSql.SqliteTake : PushClaimSql.PostgresTake,
                    db.StoredInstant(clock.Latest), passTypeId, (int)priority, Math.Min(count, BatchLimit), db.StoredInstant(clock.Earliest)).ToListAsync(token);
                var lease = Guid.NewGuid();
                IReadOnlyList<DuePush> pushes = [.. rows.Select(row => row.ToPush(lease, rows.Count, timestamp))];
                if (pushes.Count > 0)
                {
                    await db.Database.ExecuteSqlRawAsync(
                        sqlite ? PushClaimSql.SqliteLease : PushClaimSql.PostgresLease,
                        [lease, BootId, db.StoredInstant(now), db.StoredInstant(now + Lease), LeasedPushes.Write(pushes)], token);
                }

                return pushes;
            },
            cancellationToken);
    }

    /// <summary>Returns to the queue what dead holders left: on SQLite every run before this one, on PostgreSQL whose lease ran out.</summary>
    /// <returns>How many rows wait again.</returns>
    public Task<int> ReleaseDeadAsync(CancellationToken cancellationToken) =>
        writer.WriteAsync(
            (db, token) => ReturnAsync(db, db.Database.IsSqlite() ? PushClaimSql.SqliteOthers : PushClaimSql.PostgresOver, token),
            cancellationToken);

    /// <summary>
    /// For the start: on SQLite, makes due what was queued by a clock that was put back since, while no <see cref="QueueClock"/>
    /// ran to notice it.
    /// </summary>
    /// <param name="longestWait">The longest wait between two tries.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many rows need not wait any more.</returns>
    public Task<int> CatchUpAsync(TimeSpan longestWait, CancellationToken cancellationToken) => writer.WriteAsync(
        async (db, token) => db.Database.IsSqlite()
            ? await db.Database.ExecuteSqlRawAsync(
                PushClaimSql.SqliteCatchUp, [db.StoredInstant(clock.Latest), db.StoredInstant(clock.Latest + longestWait)], token)
            : 0,
        cancellationToken);

    /// <summary>Returns to the queue what this run still holds, at its end.</summary>
    /// <returns>How many rows wait again.</returns>
    public Task<int> ReleaseOwnAsync(CancellationToken cancellationToken) =>
        writer.WriteAsync((db, token) => ReturnAsync(db, PushClaimSql.Own, token), cancellationToken);

    private async Task<int> ReturnAsync(PortalDbContext db, string which, CancellationToken cancellationToken)
    {
        object[] parameters = [BootId, db.StoredInstant(clock.Latest)];
        if (!db.Database.IsSqlite())
            return await db.Database.ExecuteSqlRawAsync(PushClaimSql.PostgresReturn(which), parameters, cancellationToken);
        var returned = await db.Database.ExecuteSqlRawAsync(PushClaimSql.SqliteReturn(which), parameters, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(PushClaimSql.SqliteForget(which), parameters, cancellationToken);
        return returned;
    }

    private sealed record OverviewRow(
        int PassTypeId, string Topic, int Stopped, int Renewed, long? SingleIn, long? BulkIn, long? PublicationIn)
    {
        public TopicQueue ToQueue() =>
            new(PassTypeId, Topic, Stopped != 0, Renewed != 0, [Span(SingleIn), Span(BulkIn), Span(PublicationIn)]);

        private static TimeSpan? Span(long? microseconds) =>
            microseconds is { } value ? TimeSpan.FromTicks(value * TimeSpan.TicksPerMicrosecond) : null;
    }

    private sealed record ClaimedRow(
        long PushTargetId, int PassTypeId, long Tag, int Priority, int Attempts, string Kind, string PushToken, long QueuedAt, long ExpiresAt, int Expired)
    {
        public DuePush ToPush(Guid lease, int together, long timestamp) => new()
        {
            PushTargetId = PushTargetId,
            PassTypeId = PassTypeId,
            Kind = Enum.Parse<PushKind>(Kind),
            PushToken = PushToken,
            Tag = Tag,
            Priority = (PushPriority)Priority,
            Attempts = Attempts,
            QueuedAt = UtcMicroseconds.To(QueuedAt),
            ExpiresAt = UtcMicroseconds.To(ExpiresAt),
            IsExpired = Expired != 0,
            LeaseId = lease,
            ClaimedTogether = together,
            ClaimedTimestamp = timestamp,
        };
    }
}

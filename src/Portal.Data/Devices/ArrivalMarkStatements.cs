using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.Devices;

/// <summary>Stores marks of arrival: one statement for each kind of mark, however many rows.</summary>
public sealed class ArrivalMarkStatements(IDbContextFactory<PortalDbContext> contexts, PortalWriter writer)
{
    /// <summary>How many rows one transaction takes, so that it holds the write gate only for milliseconds.</summary>
    public const int BatchLimit = 1_000;

    /// <summary>Who has these passes now.</summary>
    public async Task<IReadOnlyList<PassHolder>> HoldersAsync(IReadOnlyCollection<long> passIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        List<PassHolder> holders = [];
        // SQLite takes 32,766 parameters, and each id is one.
        foreach (var ids in passIds.Chunk(BatchLimit))
        {
            holders.AddRange(await db.Registrations
                .Where(row => ids.Contains(row.PassId) && (row.EndedAt == null || row.EndedReason == RegistrationEnd.TokenDead))
                .Select(row => new PassHolder(row.Id, row.PassId, row.DeviceId)).ToListAsync(cancellationToken));
        }

        return holders;
    }

    /// <summary>How long the newest change of each pass took to where these marks come first.</summary>
    /// <remarks>A device that registered after the change got it with its download: that says nothing about updates.</remarks>
    public async Task<IReadOnlyList<ArrivalDelay>> DelaysAsync(IReadOnlyCollection<RegistrationMark> marks, CancellationToken cancellationToken)
    {
        var byId = marks.ToDictionary(mark => mark.RegistrationId);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        List<ArrivalDelay> delays = [];
        foreach (var ids in byId.Keys.Chunk(BatchLimit))
        {
            var rows = await (
                from row in db.Registrations
                where ids.Contains(row.Id)
                let pass = row.Pass!
                let design = pass.Design!
                let changedAt = design.Tag > pass.Tag ? design.TagAt : pass.TagAt
                where row.CreatedAt < changedAt
                select new MarkedRow(row.Id, row.ListedTag, row.FetchedTag, design.Tag > pass.Tag ? design.Tag : pass.Tag, changedAt))
                .ToListAsync(cancellationToken);
            delays.AddRange(rows.Select(row => row.DelayTo(byId[row.Id])).Where(delay => delay.ToAsked is not null || delay.ToFetched is not null));
        }

        return delays;
    }

    /// <summary>Raises the marks of registrations.</summary>
    public Task MarkAsync(IEnumerable<RegistrationMark> marks, CancellationToken cancellationToken) =>
        RunAsync(ArrivalMarkSql.Registrations, marks, static mark => mark.RegistrationId, cancellationToken);

    /// <summary>Raises the last contact of devices.</summary>
    public Task MeetAsync(IEnumerable<DeviceContact> contacts, CancellationToken cancellationToken) =>
        RunAsync(ArrivalMarkSql.Devices, contacts, static contact => contact.DeviceId, cancellationToken);

    /// <summary>Raises the mark of passes that were fetched by somebody who could not be told apart.</summary>
    public Task FetchedBySomebodyAsync(IEnumerable<PassMark> marks, CancellationToken cancellationToken) =>
        RunAsync(ArrivalMarkSql.FetchedBySomebody, marks, static mark => mark.PassId, cancellationToken);

    /// <summary>Notes the tag passes left the portal with, where none or a higher one is noted: nodes write in any order.</summary>
    public Task HandOutAsync(IEnumerable<PassMark> marks, CancellationToken cancellationToken) =>
        RunAsync(ArrivalMarkSql.FirstHandedOut, marks, static mark => mark.PassId, cancellationToken);

    // In the order of their keys: neighbours are changed on one page, and two nodes take their rows in the same order.
    private async Task RunAsync<T>(ArrivalMarkSql statement, IEnumerable<T> rows, Func<T, long> key, CancellationToken cancellationToken)
    {
        foreach (var batch in rows.OrderBy(key).Chunk(BatchLimit))
        {
            await DeadlockRetry.RunAsync(() => writer.WriteAsync(
                (db, token) => db.Database.ExecuteSqlRawAsync(statement.For(db), [Json(db, batch)], token), cancellationToken));
        }
    }

    private static string Json<T>(PortalDbContext db, T[] batch) =>
        JsonSerializer.Serialize(batch, db.Database.IsSqlite() ? ArrivalMarkSql.SqliteJson : ArrivalMarkSql.PostgresJson);

    private sealed record MarkedRow(long Id, long ListedTag, long FetchedTag, long ChangedTag, DateTimeOffset ChangedAt)
    {
        public ArrivalDelay DelayTo(RegistrationMark mark) => new(
            ListedTag < ChangedTag && mark.ListedTag >= ChangedTag ? mark.ListedAt - ChangedAt : null,
            FetchedTag < ChangedTag && mark.FetchedTag >= ChangedTag ? mark.FetchedAt - ChangedAt : null);
    }
}

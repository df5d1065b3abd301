using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Devices;

namespace Portal.Activity;

/// <summary>Answers 'who has this change?' by comparing tags: no row is kept per change and device.</summary>
public sealed class Arrivals(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>The arrival of the newest state of each pass, for one page of a list.</summary>
    public async Task<IReadOnlyDictionary<long, Arrival>> OfPassesAsync(IReadOnlyCollection<long> passIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var marks = from row in db.Registrations
                    where passIds.Contains(row.PassId) && row.EndedAt == null
                    let tag = row.Pass!.Tag > row.Pass.Design!.Tag ? row.Pass.Tag : row.Pass.Design.Tag
                    select new Mark<long>
                    {
                        Key = row.PassId,
                        Fetched = row.FetchedTag >= tag,
                        Asked = row.ListedTag >= tag || row.SettledTag >= tag,
                        Accepted = row.PushTarget!.AcceptedTag >= tag,
                        Settled = row.SettledTag >= tag,
                        Unreachable = row.PushTarget == null || row.PushTarget.RetiredAt != null || row.PushTarget.Kind != PushKind.Apple,
                        BySomeone = row.Pass!.FetchedTag >= tag,
                    };
        return await CountAsync(marks, cancellationToken);
    }

    /// <summary>The arrival of each of these changes, by change.</summary>
    /// <remarks>A registration that ended after the change keeps its marks, so a ring never shrinks.</remarks>
    public async Task<IReadOnlyDictionary<Guid, Arrival>> OfChangesAsync(IReadOnlyCollection<Guid> changeIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var marks = from change in db.Changes
                    where changeIds.Contains(change.Id)
                    from row in db.Registrations
                    where (change.PassId != null ? row.PassId == change.PassId : row.Pass!.DesignId == change.DesignId)
                        && row.CreatedAt <= change.At && (row.EndedAt == null || row.EndedAt > change.At)
                    select new Mark<Guid>
                    {
                        Key = change.Id,
                        Fetched = row.FetchedTag >= change.Tag,
                        Asked = row.ListedTag >= change.Tag || row.SettledTag >= change.Tag,
                        Accepted = row.PushTarget!.AcceptedTag >= change.Tag,
                        Settled = row.SettledTag >= change.Tag,
                        Unreachable = row.PushTarget == null || row.PushTarget.RetiredAt != null || row.PushTarget.Kind != PushKind.Apple,
                        BySomeone = row.Pass!.FetchedTag >= change.Tag,
                    };
        return await CountAsync(marks, cancellationToken);
    }

    private static async Task<IReadOnlyDictionary<TKey, Arrival>> CountAsync<TKey>(IQueryable<Mark<TKey>> marks, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var counts = await marks.GroupBy(mark => mark.Key).Select(group => new
        {
            group.Key,
            Total = group.Count(),
            Accepted = group.Count(mark => mark.Accepted || mark.Asked || mark.Fetched),
            Asked = group.Count(mark => mark.Asked || mark.Fetched),
            Fetched = group.Count(mark => mark.Fetched),
            Settled = group.Count(mark => mark.Fetched && mark.Settled),
            Unreachable = group.Count(mark => mark.Unreachable),
            BySomeone = group.Count(mark => mark.BySomeone && !mark.Fetched),
        }).ToListAsync(cancellationToken);
        return counts.ToDictionary(count => count.Key, count =>
            new Arrival(count.Total, count.Accepted, count.Asked, count.Fetched, count.Settled)
            {
                Unreachable = count.Unreachable, FetchedBySomeone = count.BySomeone > 0,
            });
    }

    private sealed class Mark<TKey>
    {
        public required TKey Key { get; init; }

        public bool Accepted { get; init; }

        public bool Asked { get; init; }

        public bool Fetched { get; init; }

        public bool Settled { get; init; }

        public bool Unreachable { get; init; }

        public bool BySomeone { get; init; }
    }
}

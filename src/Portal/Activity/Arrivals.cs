using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Devices;
using Portal.Data.Pushes;

namespace Portal.Activity;

/// <summary>Answers 'who has this change?' by comparing tags: no row is kept per change and device.</summary>
public sealed class Arrivals(IDbContextFactory<PortalDbContext> contexts, SlowCounts counts)
{
    // More phones than these take so long to count that it is remembered, for each change by itself.
    private const int Many = 10_000;

    /// <summary>The arrival of the newest state of each pass, for one page of a list.</summary>
    public async Task<IReadOnlyDictionary<long, Arrival>> OfPassesAsync(IReadOnlyCollection<long> passIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var marks = from row in db.Registrations
                    where passIds.Contains(row.PassId) && row.EndedAt == null
                    let tag = row.Pass!.Tag > row.Pass.Design!.Tag ? row.Pass.Tag : row.Pass.Design.Tag
                    let target = row.PushTarget
                    select new Mark<long>
                    {
                        Key = row.PassId,
                        Fetched = row.FetchedTag >= tag,
                        Asked = row.ListedTag >= tag,
                        Accepted = target != null && target.AcceptedTag >= tag,
                        Settled = row.SettledTag >= tag,
                        Unreachable = target == null || target.RetiredAt != null || target.Kind != PushKind.Apple,
                        GivenUp = target != null && target.LastResult == nameof(PushOutcome.Expired) && target.Pending == null,
                        Refused = target != null && target.Pending!.ParkedReason != null,
                        BySomebody = row.Pass!.FetchedTag >= tag,
                    };
        return await CountAsync(marks, cancellationToken);
    }

    /// <summary>The arrival of each of these changes, by change.</summary>
    public async Task<IReadOnlyDictionary<Guid, Arrival>> OfChangesAsync(IReadOnlyCollection<Guid> changeIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var changes = db.Changes.Where(change => changeIds.Contains(change.Id));
        var arrivals = await CountAsync(Marks(ChangeHolders.OfPasses(db, changes)), cancellationToken);
        var ofDesigns = await changes.Where(change => change.PassId == null)
            .Select(change => new { change.Id, IsLarge = change.DeviceCount > Many }).ToListAsync(cancellationToken);
        Guid[] small = [.. ofDesigns.Where(change => !change.IsLarge).Select(change => change.Id)];
        if (small.Length > 0)
        {
            foreach (var (change, arrival) in await OfDesignsAsync(small, cancellationToken))
                arrivals.Add(change, arrival);
        }

        foreach (var change in ofDesigns.Where(change => change.IsLarge))
        {
            arrivals[change.Id] = await counts.GetAsync(
                change.Id, async token => (await OfDesignsAsync([change.Id], token)).GetValueOrDefault(change.Id, Arrival.None), cancellationToken);
        }

        return arrivals;
    }

    /// <summary>The arrival on the phones of one pass of changes that touched it, be it alone or with its design, by change.</summary>
    public async Task<IReadOnlyDictionary<Guid, Arrival>> OfHistoryAsync(
        long passId, IReadOnlyCollection<Guid> changeIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var changes = db.Changes.Where(change => changeIds.Contains(change.Id));
        return await CountAsync(Marks(ChangeHolders.OfPass(db, changes, passId)), cancellationToken);
    }

    private async Task<Dictionary<Guid, Arrival>> OfDesignsAsync(Guid[] changeIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var changes = db.Changes.Where(change => changeIds.Contains(change.Id));
        return (await CountAsync(Marks(ChangeHolders.OfDesigns(db, changes)), cancellationToken))
            .ToDictionary(counted => counted.Key, counted => counted.Value with { IsOfDesign = true });
    }

    private static IQueryable<Mark<Guid>> Marks(IQueryable<ChangeHolder> holders) => holders.Select(holder => new Mark<Guid>
    {
        Key = holder.ChangeId,
        Fetched = holder.Fetched,
        Asked = holder.Asked,
        Accepted = holder.Accepted,
        Settled = holder.Settled,
        Unreachable = !holder.IsLive || holder.Kind != PushKind.Apple,
        GivenUp = holder.IsGivenUp,
        Refused = holder.IsRefused,
        BySomebody = holder.FetchedBySomebody,
    });

    private static async Task<Dictionary<TKey, Arrival>> CountAsync<TKey>(IQueryable<Mark<TKey>> marks, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var counts = await marks.GroupBy(mark => mark.Key).Select(group => new
        {
            group.Key,
            Total = group.Count(),
            Accepted = group.Count(mark => mark.Accepted || mark.Asked || mark.Settled || mark.Fetched),
            Asked = group.Count(mark => mark.Asked || mark.Settled || mark.Fetched),
            Fetched = group.Count(mark => mark.Fetched),
            Settled = group.Count(mark => mark.Settled),
            Unreachable = group.Count(mark => mark.Unreachable),
            GivenUp = group.Count(mark => mark.GivenUp && !mark.Unreachable),
            Refused = group.Count(mark => mark.Refused && !mark.Unreachable),
            BySomebody = group.Count(mark => mark.BySomebody && !mark.Fetched),
        }).ToListAsync(cancellationToken);
        return counts.ToDictionary(count => count.Key, count =>
            new Arrival(count.Total, count.Accepted, count.Asked, count.Fetched, count.Settled)
            {
                Unreachable = count.Unreachable, GivenUp = count.GivenUp, Refused = count.Refused, FetchedBySomebody = count.BySomebody > 0,
            });
    }

    private sealed class Mark<TKey>
    {
        public required TKey Key { get; init; }

        public required bool Accepted { get; init; }

        public required bool Asked { get; init; }

        public required bool Fetched { get; init; }

        public required bool Settled { get; init; }

        public required bool Unreachable { get; init; }

        public required bool GivenUp { get; init; }

        public required bool Refused { get; init; }

        public required bool BySomebody { get; init; }
    }
}

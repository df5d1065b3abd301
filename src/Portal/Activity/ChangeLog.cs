using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Activity;

namespace Portal.Activity;

/// <summary>What people and the portal did, newest first.</summary>
public sealed class ChangeLog(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>The newest changes.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<ChangeEntry>> NewestAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Entries(db, db.Changes).Take(count).ToListAsync(cancellationToken);
    }

    /// <summary>The changes that touched one pass, its design's publications among them.</summary>
    public async Task<IReadOnlyList<ChangeEntry>> OfPassAsync(long passId, long designId, int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Each found by an index, which one condition for the three would not be.
        var touching = db.Changes.Where(change => change.PassId == passId).Select(change => change.Id)
            .Union(db.Changes.Where(change => change.PassId == null && change.DesignId == designId && change.Kind == ChangeKind.Publish).Select(change => change.Id))
            .Union(db.PassRevisions.Where(revision => revision.PassId == passId).Select(revision => revision.ChangeId));
        return await Entries(db, db.Changes.Where(change => touching.Contains(change.Id))).Take(count).ToListAsync(cancellationToken);
    }

    /// <summary>Changes of passes that were on a phone when they were made: updates.</summary>
    internal static IQueryable<Change> ThatReachPhones(PortalDbContext db) =>
        db.Changes.Where(change => change.Kind != ChangeKind.Issue && change.PassCount > 0 && change.DeviceCount > 0);

    /// <summary>Changes as lists show them, newest first.</summary>
    internal static IQueryable<ChangeEntry> Entries(PortalDbContext db, IQueryable<Change> changes) =>
        from change in changes
        orderby change.At descending, change.Id descending
        select new ChangeEntry
        {
            Id = change.Id,
            Kind = change.Kind,
            At = change.At,
            Who = change.Who,
            Summary = change.Summary,
            PassId = change.PassId,
            DesignId = change.DesignId,
            PassCount = change.PassCount,
            DeviceCount = change.DeviceCount,
            SerialNumber = db.Passes.Where(pass => pass.Id == change.PassId).Select(pass => pass.SerialNumber).FirstOrDefault(),
            Holder = db.Passes.Where(pass => pass.Id == change.PassId).Select(pass => pass.Holder).FirstOrDefault(),
            DesignName = db.Designs.Where(design => design.Id == change.DesignId).Select(design => design.Name).FirstOrDefault(),
        };
}

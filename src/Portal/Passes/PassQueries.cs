using Microsoft.EntityFrameworkCore;
using Portal.Activity;
using Portal.Data;
using Portal.Data.Passes;
using Portal.Data.Storage;

namespace Portal.Passes;

/// <summary>What staff see of passes. Paged, searched and filtered in the database.</summary>
public sealed class PassQueries(IDbContextFactory<PortalDbContext> contexts, SlowCounts counts, TimeProvider time)
{
    /// <summary>The largest page.</summary>
    public const int LargestPage = 200;

    /// <summary>One page of the passes that match, newest change first.</summary>
    public async Task<PassPageOf> ListAsync(PassFilter filter, int page, int size, CancellationToken cancellationToken)
    {
        size = Math.Clamp(size, 1, LargestPage);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var count = await counts.GetAsync((typeof(PassQueries), filter), token => CountAsync(filter, token), cancellationToken);
        var rows = await Matching(db, filter).OrderByDescending(pass => pass.TagAt).ThenByDescending(pass => pass.Id)
            .Skip(Math.Clamp(page, 0, int.MaxValue / LargestPage) * size).Take(size)
            .Select(pass => new PassRow
            {
                Id = pass.Id,
                SerialNumber = pass.SerialNumber,
                Holder = pass.Holder,
                DesignId = pass.DesignId,
                DesignName = pass.Design!.Name,
                Style = pass.Design.Style,
                Values = pass.Values,
                Voided = pass.Voided,
                ExpiresAt = pass.ExpiresAt,
                ChangedAt = pass.TagAt,
                Devices = db.Registrations.Where(row => row.PassId == pass.Id && row.EndedAt == null).Select(row => row.DeviceId).Distinct().Count(),
            })
            .ToListAsync(cancellationToken);
        return new PassPageOf(count, rows);
    }

    /// <summary>One pass with its design and pass type; null when there is none, or it was deleted.</summary>
    public async Task<IssuedPass?> FindAsync(long passId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Passes.AsNoTracking().Include(pass => pass.Design).Include(pass => pass.PassType)
            .SingleOrDefaultAsync(pass => pass.Id == passId && pass.DeletedAt == null, cancellationToken);
    }

    /// <summary>What was saved on one pass after one revision and up to another, in its order; of very many the newest.</summary>
    public async Task<IReadOnlyList<OtherSave>> SavedBetweenAsync(long passId, int after, int upTo, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.PassRevisions.Where(row => row.PassId == passId && row.Number > after && row.Number <= upTo)
            .OrderByDescending(row => row.Number).Take(LargestPage)
            .Select(row => new { row.Change!.Who, row.Change.At, row.Values, row.ChangeId }).ToListAsync(cancellationToken);
        rows.Reverse();
        return rows.ConvertAll(row => new OtherSave(row.Who, row.At, PassValues.Parse(row.Values)) { ChangeId = row.ChangeId });
    }

    private async Task<int> CountAsync(PassFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Matching(db, filter).CountAsync(cancellationToken);
    }

    private IQueryable<IssuedPass> Matching(PortalDbContext db, PassFilter filter)
    {
        var now = time.GetUtcNow();
        var passes = db.Passes.Where(pass => pass.DeletedAt == null);
        if (filter.DesignId is { } design)
            passes = passes.Where(pass => pass.DesignId == design);
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var pattern = LikePattern.Containing(filter.Search);
            passes = passes.Where(pass => EF.Functions.Like(pass.SearchText, pattern, LikePattern.Escape));
        }

        return filter.State switch
        {
            PassState.Installed => passes.Where(pass => db.Registrations.Any(row => row.PassId == pass.Id && row.EndedAt == null)),
            PassState.NeverInstalled => passes.Where(pass => !db.Registrations.Any(row => row.PassId == pass.Id)),
            PassState.Voided => passes.Where(pass => pass.Voided),
            PassState.Expired => passes.Where(pass => pass.ExpiresAt < now),
            _ => passes,
        };
    }
}

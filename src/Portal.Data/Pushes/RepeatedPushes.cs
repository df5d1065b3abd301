using Microsoft.EntityFrameworkCore;
using Portal.Data.Devices;

namespace Portal.Data.Pushes;

/// <summary>Pushes once more to targets that were pushed and whose phones did not come: nothing changed, and no tag is drawn.</summary>
public static class RepeatedPushes
{
    /// <summary>The least time between two such pushes to a target.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromHours(1);

    /// <summary>Queues them at the pace of bulk work, those left out that were pushed again within <see cref="Spacing"/>.</summary>
    /// <remarks>The clock of the pass type is held from here on: of two people who ask at once the second finds nobody left.</remarks>
    /// <param name="db">In a transaction that has done nothing so far.</param>
    /// <param name="passTypeId">Of all these targets.</param>
    /// <param name="targets">Whom to push; read after the clock is held.</param>
    /// <param name="now">The moment that is noted on them.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>How many are pushed.</returns>
    public static async Task<int> EnqueueAsync(
        PortalDbContext db, int passTypeId, IQueryable<PushTarget> targets, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await UpdateClock.HoldAsync(db, passTypeId, cancellationToken);
        var since = now - Spacing;
        var ids = await targets.Where(target => target.PushedAgainAt == null || target.PushedAgainAt <= since)
            .Select(target => target.Id).Distinct().ToListAsync(cancellationToken);
        var tag = await db.UpdateClocks.Where(clock => clock.PassTypeId == passTypeId).Select(clock => clock.Number).SingleAsync(cancellationToken);
        await PushQueue.EnqueueForTargetsAsync(db, ids, tag, now, cancellationToken);
        await db.PushTargets.Where(target => ids.Contains(target.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(target => target.PushedAgainAt, now), cancellationToken);
        return ids.Count;
    }
}

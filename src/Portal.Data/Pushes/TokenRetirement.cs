using Microsoft.EntityFrameworkCore;
using Portal.Data.Devices;

namespace Portal.Data.Pushes;

/// <summary>
/// Retires push targets that APNs called dead, with their registrations. Nothing is deleted: a registration that is lost
/// never comes back by itself, and a mistake of ours looks exactly like dead tokens.
/// </summary>
public static class TokenRetirement
{
    /// <summary>Retires those whose stored token is still the refused one and was not presented again after its death.</summary>
    /// <returns>The ids of the push targets that are retired now.</returns>
    public static async Task<IReadOnlySet<long>> RetireAsync(
        PortalDbContext db, IReadOnlyList<PushCompletion> deaths, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (deaths.Count == 0)
            return new HashSet<long>();

        var retired = await CompletionBatch.Of(db, deaths, now).QueryAsync(PushCompletionSql.For(db).Retire, cancellationToken);
        await db.Registrations.Where(registration => registration.EndedAt == null && retired.Contains(registration.PushTargetId ?? 0))
            .ExecuteUpdateAsync(set => set
                .SetProperty(registration => registration.EndedAt, now)
                .SetProperty(registration => registration.EndedReason, RegistrationEnd.TokenDead), cancellationToken);
        await db.PendingPushes.Where(pending => retired.Contains(pending.PushTargetId)).ExecuteDeleteAsync(cancellationToken);
        return retired.ToHashSet();
    }

    /// <summary>Takes back what was retired of one pass type since a moment, and queues a push to each of these devices.</summary>
    /// <returns>How many push targets live again.</returns>
    public static async Task<int> UndoAsync(
        PortalDbContext db, int passTypeId, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A change that queues its pushes at this moment would pass these targets by, and its tag would not be seen here.
        await UpdateClock.HoldAsync(db, passTypeId, cancellationToken);
        var retired = db.PushTargets.Where(target => target.PassTypeId == passTypeId && target.RetiredAt >= since);
        var dead = db.Registrations.Where(registration => registration.EndedReason == RegistrationEnd.TokenDead);
        await dead.Where(registration => retired.Any(target => target.Id == registration.PushTargetId))
            .ExecuteUpdateAsync(set => set
                .SetProperty(registration => registration.EndedAt, (DateTimeOffset?)null)
                .SetProperty(registration => registration.EndedReason, (RegistrationEnd?)null), cancellationToken);
        // Retiring takes no clock: what is retired between these statements stays so, with its registrations.
        var targets = retired.Where(target => !dead.Any(registration => registration.PushTargetId == target.Id));
        var ids = await targets.Select(target => target.Id).ToListAsync(cancellationToken);
        var undone = await targets.ExecuteUpdateAsync(set => set
            .SetProperty(target => target.RetiredAt, (DateTimeOffset?)null)
            .SetProperty(target => target.RetiredReason, (string?)null), cancellationToken);
        var tag = await db.UpdateClocks.Where(clock => clock.PassTypeId == passTypeId).Select(clock => clock.Number).SingleAsync(cancellationToken);
        await PushQueue.EnqueueForTargetsAsync(db, ids, tag, now, cancellationToken);
        return undone;
    }
}

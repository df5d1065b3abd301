using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Devices;

/// <summary>A new push token replaces the old one for all of a device's registrations.</summary>
internal static class TokenMoves
{
    /// <summary>Moves the device's registrations to these targets, and those with them that ended only because a token was dead.</summary>
    /// <returns>Where something moved from and to; mostly nothing.</returns>
    public static async Task<IReadOnlyList<TokenMove>> RunAsync(
        PortalDbContext db, long device, IReadOnlyList<RegistrationWrites.KeptTarget> targets, CancellationToken cancellationToken)
    {
        var ids = targets.Select(target => target.Id).ToList();
        var kept = db.PushTargets.Where(target => ids.Contains(target.Id));
        var registrations = db.Registrations.Where(row => row.DeviceId == device
            && (row.EndedAt == null || row.EndedReason == RegistrationEnd.TokenDead)
            && !kept.Any(target => target.Id == row.PushTargetId));
        var moves = await (
            from row in registrations
            join target in kept on row.PassTypeId equals target.PassTypeId
            join clock in db.UpdateClocks on row.PassTypeId equals clock.PassTypeId
            select new TokenMove(row.PushTargetId, target.Id, clock.Number)).Distinct().ToListAsync(cancellationToken);
        if (moves.Count > 0)
        {
            await registrations.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.PushTargetId, row => kept.Where(target => target.PassTypeId == row.PassTypeId).Max(target => (long?)target.Id))
                .SetProperty(row => row.EndedAt, (DateTimeOffset?)null)
                .SetProperty(row => row.EndedReason, (RegistrationEnd?)null), cancellationToken);
        }

        return moves;
    }

    /// <summary>Takes back the end of what had ended because these targets' token was called dead: it is alive.</summary>
    /// <returns>The targets that have something again; mostly none.</returns>
    public static async Task<IReadOnlyList<RevivedTarget>> ReviveAsync(
        PortalDbContext db, IReadOnlyList<RegistrationWrites.KeptTarget> targets, CancellationToken cancellationToken)
    {
        var ids = targets.Select(target => target.Id).ToList();
        var dead = db.Registrations.Where(row => row.EndedReason == RegistrationEnd.TokenDead && row.PushTargetId != null && ids.Contains(row.PushTargetId.Value));
        var revived = await (
            from row in dead
            join clock in db.UpdateClocks on row.PassTypeId equals clock.PassTypeId
            select new RevivedTarget(row.PushTargetId!.Value, clock.Number)).Distinct().ToListAsync(cancellationToken);
        if (revived.Count > 0)
        {
            await dead.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.EndedAt, (DateTimeOffset?)null)
                .SetProperty(row => row.EndedReason, (RegistrationEnd?)null), cancellationToken);
        }

        return revived;
    }

    /// <summary>Forgets the former targets nothing is registered with any more; their pending pushes go with them.</summary>
    public static Task ForgetUnusedAsync(PortalDbContext db, IReadOnlyList<TokenMove> moves, CancellationToken cancellationToken) =>
        moves.Count == 0 ? Task.CompletedTask : ForgetUnusedAsync(db, [.. moves.Select(move => move.FormerTargetId).OfType<long>()], cancellationToken);

    /// <inheritdoc cref="ForgetUnusedAsync(PortalDbContext, IReadOnlyList{TokenMove}, CancellationToken)"/>
    public static Task ForgetUnusedAsync(PortalDbContext db, List<long> targetIds, CancellationToken cancellationToken) =>
        db.PushTargets
            .Where(target => targetIds.Contains(target.Id) && !db.Registrations.Any(row => row.PushTargetId == target.Id
                && (row.EndedAt == null || row.EndedReason == RegistrationEnd.TokenDead)))
            .ExecuteDeleteAsync(cancellationToken);
}

/// <summary>Registrations went from one push target to another; the clock of their pass type stands at a number.</summary>
internal sealed record TokenMove(long? FormerTargetId, long TargetId, long ClockNumber);

/// <summary>Registrations of a push target live again; the clock of their pass type stands at a number.</summary>
internal sealed record RevivedTarget(long TargetId, long ClockNumber);

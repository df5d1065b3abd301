using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Pushes;

/// <summary>Stops and resumes the pushes of one pass type. A stopped topic keeps everything queued.</summary>
public static class TopicStops
{
    /// <summary>The reason of the brake, as opposed to a word of APNs: a new certificate alone does not cure it.</summary>
    public const string Brake = "TooManyBadDeviceTokens";

    /// <summary>Stops the topic; one that is stopped already keeps its first reason.</summary>
    public static Task<int> StopAsync(PortalDbContext db, int passTypeId, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.PassTypes.Where(type => type.Id == passTypeId && type.PushStoppedAt == null)
            .ExecuteUpdateAsync(set => set
                .SetProperty(type => type.PushStoppedAt, now)
                .SetProperty(type => type.PushStopReason, reason), cancellationToken);

    /// <summary>Resumes the topic. Its pushes get their full time again: it was no fault of theirs that they waited.</summary>
    /// <returns>How many pushes wait.</returns>
    public static async Task<int> ResumeAsync(PortalDbContext db, int passTypeId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.PassTypes.Where(type => type.Id == passTypeId)
            .ExecuteUpdateAsync(set => set
                .SetProperty(type => type.PushStoppedAt, (DateTimeOffset?)null)
                .SetProperty(type => type.PushStopReason, (string?)null), cancellationToken);
        return await RenewAsync(db, passTypeId, now, cancellationToken);
    }

    /// <summary>Gives the pushes of a topic their full time, when it could not be pushed until now.</summary>
    /// <returns>How many pushes wait.</returns>
    public static Task<int> RenewAsync(PortalDbContext db, int passTypeId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var expires = now + PushQueue.Lifetime;
        return db.PendingPushes.Where(push => push.PassTypeId == passTypeId)
            .ExecuteUpdateAsync(set => set.SetProperty(push => push.ExpiresAt, expires), cancellationToken);
    }
}

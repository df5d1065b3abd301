using Microsoft.EntityFrameworkCore;
using Portal.Activity;
using Portal.Data;
using Portal.Data.Pushes;
using Portal.Data.Storage;
using Portal.Push;

namespace Portal.Updates;

/// <summary>Pushes again to the phones that were pushed and have not fetched an update: never more than once an hour to the same.</summary>
public sealed partial class PushAgain(
    IDbContextFactory<PortalDbContext> contexts, PortalWriter writer, PushSignal signal, PortalEvents events, TimeProvider time, ILogger<PushAgain> logger)
{
    /// <summary>What pushing again would do now, without doing it.</summary>
    public async Task<PushAgainPlan> PlanAsync(Guid changeId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var since = time.GetUtcNow() - RepeatedPushes.Spacing;
        var targets = await Late(db, changeId).Select(target => new { target.Id, Spaced = target.PushedAgainAt > since }).Distinct()
            .GroupBy(target => target.Spaced).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return new PushAgainPlan(
            targets.Where(group => !group.Key).Sum(group => group.Count), targets.Where(group => group.Key).Sum(group => group.Count));
    }

    /// <summary>Queues the pushes, at the pace of bulk work.</summary>
    /// <returns>How many phones are pushed.</returns>
    public async Task<int> RunAsync(Guid changeId, string who, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var pushed = await writer.WriteAsync((db, token) => QueueAsync(db, changeId, now, token), cancellationToken);
        Log.PushedAgain(logger, who, Counted.Phones(pushed), changeId);
        signal.Wake();
        events.Publish(new PortalEvent(PortalEventKind.PushAnswered));
        return pushed;
    }

    private static async Task<int> QueueAsync(PortalDbContext db, Guid changeId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var passType = await db.Changes.Where(change => change.Id == changeId).Select(change => change.PassTypeId).SingleAsync(cancellationToken);
        return await RepeatedPushes.EnqueueAsync(db, passType, Late(db, changeId), now, cancellationToken);
    }

    private static IQueryable<Data.Devices.PushTarget> Late(PortalDbContext db, Guid changeId) =>
        UpdateMarks.Of(db, db.Changes.Where(change => change.Id == changeId))
            .Where(mark => mark.Row.EndedAt == null && mark.Target!.RetiredAt == null && mark.Target.Kind == Data.Devices.PushKind.Apple
                && (mark.Reason == LateReason.NotAsked || mark.Reason == LateReason.NotFetched || mark.Reason == LateReason.FetchedByOneOfThem))
            .Select(mark => mark.Target!);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Who} pushed again to {Phones} for change {Change}")]
        public static partial void PushedAgain(ILogger logger, string who, string phones, Guid change);
    }
}

/// <summary>Whom pushing again would reach.</summary>
/// <param name="Phones">How many would be pushed.</param>
/// <param name="Spaced">How many are left out because they were pushed again within the last hour.</param>
public sealed record PushAgainPlan(int Phones, int Spaced);

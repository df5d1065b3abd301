using Microsoft.EntityFrameworkCore;
using Portal.Activity;
using Portal.Data;
using Portal.Data.Devices;
using Portal.Data.Pushes;
using Portal.Data.Storage;
using Portal.Push;

namespace Portal.Updates;

/// <summary>
/// Pushes again to the phones that were pushed and have not fetched an update: not to those that were pushed just now, and never more
/// than once an hour to the same.
/// </summary>
public sealed partial class PushAgain(
    IDbContextFactory<PortalDbContext> contexts, PortalWriter writer, PushSignal signal, PortalEvents events, TimeProvider time, ILogger<PushAgain> logger)
{
    private static readonly LateReason[] Pushable = [.. Enum.GetValues<LateReason>().Where(LateWords.CanBePushedAgain)];

    /// <summary>What pushing again would do now, without doing it.</summary>
    public async Task<PushAgainPlan> PlanAsync(Update update, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (pushed, again) = (time.GetUtcNow() - UpdateQueries.LateAfter, time.GetUtcNow() - RepeatedPushes.Spacing);
        var targets = await Late(db, update)
            .Select(target => new { target.Id, Spaced = target.AcceptedAt > pushed || target.PushedAgainAt > again }).Distinct()
            .GroupBy(target => target.Spaced).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return new PushAgainPlan(
            targets.Where(group => !group.Key).Sum(group => group.Count), targets.Where(group => group.Key).Sum(group => group.Count));
    }

    /// <summary>Queues the pushes, at the pace of bulk work.</summary>
    /// <returns>How many phones are pushed.</returns>
    public async Task<int> RunAsync(Update update, string who, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var late = await FindAsync(update, cancellationToken);
        var pushed = 0;
        // In short transactions: of a large publication no other save is to wait for all of them.
        foreach (var window in late.Chunk(RepeatedPushes.BatchLimit))
            pushed += await writer.WriteAsync((db, token) => RepeatedPushes.EnqueueAsync(db, update.PassTypeId, window, now, token), cancellationToken);
        Log.PushedAgain(logger, who, Counted.Phones(pushed), update.Change.Id);
        signal.Wake();
        events.Publish(new PortalEvent(PortalEventKind.PushAnswered));
        return pushed;
    }

    private async Task<IReadOnlyList<long>> FindAsync(Update update, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pushed = time.GetUtcNow() - UpdateQueries.LateAfter;
        return await Late(db, update).Where(target => target.AcceptedAt == null || target.AcceptedAt <= pushed).Select(target => target.Id).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);
    }

    private static IQueryable<PushTarget> Late(PortalDbContext db, Update update) =>
        from mark in UpdateMarks.Of(db, update.Change.Id, update.IsOfDesign)
        where Pushable.Contains(mark.Reason)
        join target in db.PushTargets on mark.PushTargetId equals target.Id
        select target;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Who} pushed again to {Phones} for change {Change}")]
        public static partial void PushedAgain(ILogger logger, string who, string phones, Guid change);
    }
}

/// <summary>Whom pushing again would reach.</summary>
/// <param name="Phones">How many would be pushed.</param>
/// <param name="Spaced">How many are left out because they were pushed within the last 15 minutes, or again within the last hour.</param>
public sealed record PushAgainPlan(int Phones, int Spaced);

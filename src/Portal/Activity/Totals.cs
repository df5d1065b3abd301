using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Activity;

/// <summary>The figures of the dashboard.</summary>
public sealed record WorkspaceTotals(int Designs, Population Population, int UpdatesLastHour, WaitingPushes Waiting, int ComplaintsLastDay);

/// <summary>What has not gone out yet.</summary>
/// <param name="Queued">Pushes in the queue that go out by themselves.</param>
/// <param name="Refused">Pushes that the push service called wrong: they wait for the next change, or for somebody who pushes again.</param>
/// <param name="IsQueueing">A large publication is still being queued.</param>
/// <param name="IsSending">Pushes are under way.</param>
public sealed record WaitingPushes(int Queued, int Refused, bool IsQueueing, bool IsSending)
{
    /// <summary>In a few words.</summary>
    public string Words => Refused == 0 ? Going : $"{Counted.Of(Refused, "push", "pushes")} refused, {Going}";

    private string Going => this switch
    {
        { IsQueueing: true } => "a publication is being queued",
        { Queued: > 0 } => $"{Counted.Of(Queued, "push", "pushes")} waiting",
        { IsSending: true } => "pushes under way",
        _ => "nothing waiting",
    };
}

/// <summary>Counts what the workspace holds.</summary>
public sealed class Totals(IDbContextFactory<PortalDbContext> contexts, SlowCounts counts, TimeProvider time)
{
    /// <summary>Counts now.</summary>
    public async Task<WorkspaceTotals> CountAsync(CancellationToken cancellationToken)
    {
        var hourAgo = time.GetUtcNow().AddHours(-1);
        var dayAgo = time.GetUtcNow().AddDays(-1);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var queued = await db.PendingPushes.GroupBy(push => push.ParkedReason != null)
            .Select(pushes => new { IsRefused = pushes.Key, Count = pushes.Count() })
            .ToDictionaryAsync(pushes => pushes.IsRefused, pushes => pushes.Count, cancellationToken);
        return new WorkspaceTotals(
            await db.Designs.CountAsync(cancellationToken),
            await counts.GetAsync(nameof(Population), PopulationAsync, cancellationToken),
            await ChangeLog.ThatReachPhones(db).CountAsync(change => change.At >= hourAgo, cancellationToken),
            new WaitingPushes(
                queued.GetValueOrDefault(false),
                queued.GetValueOrDefault(true),
                await db.FanOuts.AnyAsync(cancellationToken),
                await db.PushLeases.AnyAsync(cancellationToken)),
            await db.DeviceComplaints.CountAsync(complaint => complaint.At >= dayAgo, cancellationToken));
    }

    private async Task<Population> PopulationAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var live = db.Registrations.Where(row => row.EndedAt == null);
        return new Population(
            await db.Passes.CountAsync(pass => pass.DeletedAt == null, cancellationToken),
            await live.Select(row => row.PassId).Distinct().CountAsync(cancellationToken),
            await live.Select(row => row.DeviceId).Distinct().CountAsync(cancellationToken));
    }
}

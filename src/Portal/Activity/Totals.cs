using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Activity;

/// <summary>The figures of the dashboard.</summary>
public sealed record WorkspaceTotals(int Designs, Population Population, int UpdatesLastHour, WaitingPushes Waiting, int ComplaintsLastDay);

/// <summary>What has not gone out yet.</summary>
/// <param name="Queued">Pushes in the queue; parked ones, which only a new change sends, are left out.</param>
/// <param name="IsQueueing">A large publication is still being queued.</param>
/// <param name="IsSending">Pushes are under way.</param>
public sealed record WaitingPushes(int Queued, bool IsQueueing, bool IsSending)
{
    /// <summary>In a few words.</summary>
    public string Words => this switch
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
        return new WorkspaceTotals(
            await db.Designs.CountAsync(cancellationToken),
            await counts.GetAsync(nameof(Population), PopulationAsync, cancellationToken),
            await ChangeLog.ThatReachPhones(db).CountAsync(change => change.At >= hourAgo, cancellationToken),
            new WaitingPushes(
                await db.PendingPushes.CountAsync(push => push.ParkedReason == null, cancellationToken),
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

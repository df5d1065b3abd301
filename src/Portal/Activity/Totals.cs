using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Activity;

/// <summary>The figures of the dashboard.</summary>
public sealed record WorkspaceTotals(int Designs, int Passes, int InstalledPasses, int Devices, int UpdatesLastHour, int Waiting, int ComplaintsLastDay);

/// <summary>Counts what the workspace holds.</summary>
public sealed class Totals(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>Counts now.</summary>
    public async Task<WorkspaceTotals> CountAsync(CancellationToken cancellationToken)
    {
        var hourAgo = time.GetUtcNow().AddHours(-1);
        var dayAgo = time.GetUtcNow().AddDays(-1);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var live = db.Registrations.Where(row => row.EndedAt == null);
        return new WorkspaceTotals(
            await db.Designs.CountAsync(cancellationToken),
            await db.Passes.CountAsync(pass => pass.DeletedAt == null, cancellationToken),
            await live.Select(row => row.PassId).Distinct().CountAsync(cancellationToken),
            await live.Select(row => row.DeviceId).Distinct().CountAsync(cancellationToken),
            await ChangeLog.ThatReachPhones(db).CountAsync(change => change.At >= hourAgo, cancellationToken),
            await db.PendingPushes.CountAsync(cancellationToken),
            await db.DeviceComplaints.CountAsync(complaint => complaint.At >= dayAgo, cancellationToken));
    }
}

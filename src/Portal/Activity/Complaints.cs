using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Activity;

namespace Portal.Activity;

/// <summary>What devices wrote to the log address.</summary>
public sealed class Complaints(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>The newest lines.</summary>
    public async Task<IReadOnlyList<DeviceComplaint>> NewestAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DeviceComplaints.AsNoTracking().OrderByDescending(complaint => complaint.Id).Take(count).ToListAsync(cancellationToken);
    }
}

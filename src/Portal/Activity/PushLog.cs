using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Pushes;

namespace Portal.Activity;

/// <summary>The log of pushes, for staff.</summary>
public sealed class PushLog(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>The newest attempts.</summary>
    public async Task<IReadOnlyList<PushAttempt>> NewestAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PushAttempts.AsNoTracking().OrderByDescending(attempt => attempt.Id).Take(count).ToListAsync(cancellationToken);
    }
}

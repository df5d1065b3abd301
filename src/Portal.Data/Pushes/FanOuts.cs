using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>Queues the pushes of large publications, a window of targets in each short transaction.</summary>
/// <param name="contexts">Looks whether there is one.</param>
/// <param name="writer">Runs the transaction.</param>
/// <param name="window">How many targets one transaction looks at, so that it holds the write gate for less than 50 ms.</param>
public sealed class FanOuts(IDbContextFactory<PortalDbContext> contexts, PortalWriter writer, int window = FanOuts.Window)
{
    public const int Window = 5000;

    /// <summary>Queues the next window of the oldest publication; nobody else works on it meanwhile.</summary>
    /// <returns>False when there was none to work on.</returns>
    public async Task<bool> ExpandAsync(CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await db.FanOuts.AnyAsync(cancellationToken))
                return false;
        }

        return await writer.WriteAsync(ExpandAsync, cancellationToken);
    }

    private async Task<bool> ExpandAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (await OldestAsync(db, cancellationToken) is not { } oldest)
            return false;

        var end = await db.PushTargets.Where(target => target.Id > oldest.QueuedUpTo).OrderBy(target => target.Id)
            .Select(target => target.Id).Take(window).Select(id => (long?)id).MaxAsync(cancellationToken);
        if (end is null)
        {
            await db.FanOuts.Where(row => row.Id == oldest.Id).ExecuteDeleteAsync(cancellationToken);
            return true;
        }

        await PushQueue.EnqueueForWindowAsync(db, oldest, end.Value, cancellationToken);
        await db.FanOuts.Where(row => row.Id == oldest.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.QueuedUpTo, end.Value), cancellationToken);
        return true;
    }

    private static async Task<FanOut?> OldestAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var rows = db.Database.IsSqlite()
            ? db.FanOuts
            : db.FanOuts.FromSql($"""SELECT * FROM "FanOuts" ORDER BY "Id" LIMIT 1 FOR UPDATE SKIP LOCKED""");
        return await rows.AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Storage;

namespace Portal.Hosting;

/// <summary>Begins a new epoch, in one transaction however many passes and phones there are.</summary>
internal static class EpochStart
{
    /// <summary>Every device is woken once and told everything; see <see cref="UpdateClock.BeginNewEpochAsync"/>.</summary>
    public static Task BeginAsync(PortalWriter writer, TimeProvider time, CancellationToken cancellationToken) =>
        DeadlockRetry.RunAsync(() => writer.WriteAsync(
            async (db, token) =>
            {
                // It rewrites every registration: with millions of them longer than a statement is given otherwise.
                db.Database.SetCommandTimeout(TimeSpan.Zero);
                await UpdateClock.BeginNewEpochAsync(db, time.GetUtcNow(), token);
                return true;
            },
            cancellationToken));
}

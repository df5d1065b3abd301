using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Pushes;

namespace Portal.Data;

/// <summary>The one place that draws update tags.</summary>
/// <remarks>
/// The clock of the pass type is held until the transaction ends (on PostgreSQL by a <see cref="ClockLock"/>), so tags become
/// visible in the order in which they were drawn: no device can be given a tag beyond a change it has not been told of.
/// </remarks>
public static class UpdateClock
{
    /// <summary>Draws the next tag. It has to be the first statement of its transaction.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction, or the pass type has no clock.</exception>
    public static async Task<UpdateTag> AdvanceAsync(PortalDbContext db, int passTypeId, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("An update tag is drawn inside the transaction of the change it belongs to.");

        if (!db.Database.IsSqlite())
            await ClockLock.TakeAsync(db, passTypeId, cancellationToken);
        var drawn = await db.Database.SqlQuery<DrawnTag>(
            $"""
            UPDATE "UpdateClocks" SET "Number" = "Number" + 1 WHERE "PassTypeId" = {passTypeId} RETURNING "Epoch", "Number"
            """).ToListAsync(cancellationToken);
        return drawn.Count == 1 ? new UpdateTag(drawn[0].Epoch, drawn[0].Number) : throw new InvalidOperationException($"Pass type {passTypeId} has no update clock.");
    }

    /// <summary>
    /// Takes a device for itself, and the clocks of a pass type and of everything the device has, in the order of their ids,
    /// and draws nothing: until the transaction ends no change of these pass types can commit unseen, and nothing else of the
    /// device. It has to be the first statement;
    /// <see cref="AdvanceAsync"/> may follow. On SQLite a write transaction holds everything anyway.
    /// </summary>
    public static async Task HoldAsync(PortalDbContext db, int passTypeId, string deviceLibraryIdentifier, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
            return;
        await ClockLock.TakeDeviceAsync(db, deviceLibraryIdentifier, cancellationToken);
        await ClockLock.TakeAsync(db, passTypeId, deviceLibraryIdentifier, cancellationToken);
    }

    /// <summary>
    /// Takes the clock of one pass type and draws nothing, for a write that no phone has to see: until the transaction ends
    /// neither a save nor a publication of this pass type can commit. It has to be the first statement of its transaction.
    /// </summary>
    public static Task HoldAsync(PortalDbContext db, int passTypeId, CancellationToken cancellationToken) =>
        db.Database.IsSqlite() ? Task.CompletedTask : ClockLock.TakeAsync(db, passTypeId, cancellationToken);

    /// <summary>A clock for a new pass type, starting at 0 in an epoch of its own.</summary>
    public static ClockRow Start(int passTypeId, DateTimeOffset now) =>
        new() { PassTypeId = passTypeId, Epoch = NewEpoch(), EpochStartedAt = now };

    /// <summary>
    /// Begins a new epoch for every pass type after an older backup came back: all tags out there become foreign,
    /// so every device is woken and told everything once more, and the marks of arrival start anew.
    /// </summary>
    public static async Task BeginNewEpochAsync(PortalDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var epoch = NewEpoch();
        if (!db.Database.IsSqlite())
            await ClockLock.TakeAllAsync(db, cancellationToken);
        await db.UpdateClocks.ExecuteUpdateAsync(set => set
            .SetProperty(clock => clock.Epoch, epoch).SetProperty(clock => clock.EpochStartedAt, now), cancellationToken);
        await db.Registrations.ExecuteUpdateAsync(set => set
            .SetProperty(registration => registration.AcceptedTag, 0L)
            .SetProperty(registration => registration.ListedTag, 0L)
            .SetProperty(registration => registration.FetchedTag, 0L)
            .SetProperty(registration => registration.SettledTag, 0L), cancellationToken);
        // What left the portal after the backup was made is not known: whoever registers it may hold any version.
        await db.Passes.ExecuteUpdateAsync(
            set => set.SetProperty(pass => pass.FetchedTag, 0L).SetProperty(pass => pass.FirstHandedOutTag, 0L), cancellationToken);
        await db.PushTargets.ExecuteUpdateAsync(set => set.SetProperty(target => target.AcceptedTag, 0L), cancellationToken);
        await PushQueue.EnqueueForEverybodyAsync(db, now, cancellationToken);
    }

    private static string NewEpoch() => RandomNumberGenerator.GetHexString(8, lowercase: true);

    // EF Core reads a query into reference types only.
    private sealed record DrawnTag(string Epoch, long Number);
}

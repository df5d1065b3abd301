using Portal.Data.Pushes;
using Portal.Data.Storage;

namespace Portal.Data.Devices;

/// <summary>Registers passes on devices and ends registrations: one short transaction each, however many passes a device has.</summary>
/// <remarks>
/// Both begin with the clocks, as every change does. A change of the pass therefore either is seen here or sees the
/// registration: no device misses an update that commits at the same moment.
/// </remarks>
public sealed class DeviceRegistrations(PortalWriter writer, OrdinaryRegistrations ordinary, TimeProvider time)
{
    /// <summary>
    /// Registers a pass on a device, or revives a registration that ended. The push token replaces the device's former one
    /// under every pass type it has passes of.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such pass.</exception>
    public Task<RegistrationOutcome> RegisterAsync(RegistrationRequest request, CancellationToken cancellationToken) =>
        DeadlockRetry.RunAsync(async () => await ordinary.TryAsync(request, time.GetUtcNow(), cancellationToken)
            ?? await writer.WriteAsync((db, token) => RegisterAsync(db, request, token), cancellationToken));

    /// <summary>
    /// Ends a registration because the device took it back. A push target that nothing is registered with any more is
    /// forgotten with its token; the registration stays for the record.
    /// </summary>
    /// <returns>The device, or null when there was no live registration.</returns>
    public Task<long?> EndAsync(int passTypeId, long passId, string deviceLibraryIdentifier, CancellationToken cancellationToken) =>
        DeadlockRetry.RunAsync(() => writer.WriteAsync(
            async (db, token) =>
            {
                await UpdateClock.HoldAsync(db, passTypeId, deviceLibraryIdentifier, token);
                return await RegistrationEnding.RunAsync(db, passId, deviceLibraryIdentifier, time.GetUtcNow(), token);
            },
            cancellationToken));

    private async Task<RegistrationOutcome> RegisterAsync(PortalDbContext db, RegistrationRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await UpdateClock.HoldAsync(db, request.PassTypeId, request.DeviceLibraryIdentifier, cancellationToken);
        var before = await RegistrationState.ReadAsync(db, request, cancellationToken);
        var missedChange = before.MissedChange(request.HandedOutTag);
        var tag = missedChange ? (await UpdateClock.AdvanceAsync(db, request.PassTypeId, cancellationToken)).Number : before.ClockNumber;

        var device = await RegistrationWrites.MeetDeviceAsync(db, request, now, cancellationToken);
        var targets = await RegistrationWrites.KeepTargetsAsync(db, request, device, now, cancellationToken);
        var target = targets.First(kept => kept.PassTypeId == request.PassTypeId).Id;
        var moves = await TokenMoves.RunAsync(db, device, targets, cancellationToken);
        // The token may have been called dead under another pass type than this one, or since the state was read.
        var revived = await TokenMoves.ReviveAsync(db, targets, cancellationToken);
        await RegistrationWrites.KeepRegistrationAsync(
            db, new(device, target, request, missedChange ? tag : 0, before.HeldTag(request.HandedOutTag), now), cancellationToken);
        await TokenMoves.ForgetUnusedAsync(db, moves, cancellationToken);

        // What was pushed to a former or dead token may never have arrived: the device is asked to look.
        var wake = moves.Select(move => (move.TargetId, move.ClockNumber))
            .Concat(revived.Select(target => (target.TargetId, target.ClockNumber))).ToHashSet();
        if (missedChange || before.TokenWasDead)
            wake.Add((target, tag));
        var queued = 0;
        foreach (var (id, number) in wake)
            queued += await PushQueue.EnqueueForTargetAsync(db, id, number, now, cancellationToken);
        return new(!before.IsLive, device, queued > 0);
    }
}

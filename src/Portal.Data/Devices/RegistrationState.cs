using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Devices;

/// <summary>What a registration meets: the pass, the clock and what the device had before.</summary>
internal sealed record RegistrationState(
    long PassTag, long DesignTag, long? FirstHandedOutTag, long ClockNumber, bool IsLive, bool TokenWasDead)
{
    /// <summary>
    /// Whether the pass changed between its download and now. Nobody was there to push to, and the device's own tag may be
    /// past that change already. What left the portal unrecorded may be as old.
    /// </summary>
    public bool MissedChange(long? handedOutTag)
    {
        // What is not stored yet may be the older one, when two nodes handed the pass out.
        var handedOut = handedOutTag < FirstHandedOutTag ? handedOutTag : FirstHandedOutTag ?? handedOutTag;
        return !IsLive && !(handedOut >= Math.Max(PassTag, DesignTag));
    }

    /// <summary>
    /// The tag of what the device holds as it registers: a pass that left the portal only after its last change arrived
    /// in that state. 0 when nothing is known.
    /// </summary>
    public long HeldTag(long? handedOutTag) => IsLive || MissedChange(handedOutTag) ? 0 : Math.Max(PassTag, DesignTag);

    public static async Task<RegistrationState> ReadAsync(PortalDbContext db, RegistrationRequest request, CancellationToken cancellationToken)
    {
        var hash = TokenHash.Of(request.PushToken);
        return await db.Passes.Where(pass => pass.Id == request.PassId)
            .Select(pass => new RegistrationState(
                pass.Tag,
                pass.Design!.Tag,
                pass.FirstHandedOutTag,
                db.UpdateClocks.Where(clock => clock.PassTypeId == request.PassTypeId).Select(clock => clock.Number).First(),
                db.Registrations.Any(row => row.PassId == request.PassId && row.EndedAt == null
                    && row.Device!.LibraryIdentifier == request.DeviceLibraryIdentifier),
                db.PushTargets.Any(target => target.PassTypeId == request.PassTypeId && target.Kind == request.Kind
                    && target.TokenHash == hash && target.RetiredAt != null)))
            .FirstOrDefaultAsync(cancellationToken)
            ?? throw new InvalidOperationException($"There is no pass {request.PassId} to register.");
    }
}

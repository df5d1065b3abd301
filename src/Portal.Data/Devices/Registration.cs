using Portal.Data.Passes;

namespace Portal.Data.Devices;

/// <summary>
/// One pass on one device. An ended registration is kept for the record and revived by registering again.
/// The marks (listed, fetched, settled) are the evidence of arrival; they are written behind and only ever rise within an epoch.
/// </summary>
public sealed class Registration
{
    public long Id { get; set; }

    public long DeviceId { get; set; }

    public Device? Device { get; set; }

    public long PassId { get; set; }

    public IssuedPass? Pass { get; set; }

    /// <summary>The pass's pass type, repeated here because every list call selects by it.</summary>
    public int PassTypeId { get; set; }

    /// <summary>Null once the target was forgotten.</summary>
    public long? PushTargetId { get; set; }

    public PushTarget? PushTarget { get; set; }

    /// <summary>The word of the Authorization header it registered with.</summary>
    public required string AuthorizationWord { get; set; }

    /// <summary>Drawn when the pass had changed between its download and this registration; else 0.</summary>
    public long Tag { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The tag of the last list answer that named this pass to this device.</summary>
    public long ListedTag { get; set; }

    public DateTimeOffset? ListedAt { get; set; }

    /// <summary>The tag of the last package this device is known to have fetched.</summary>
    public long FetchedTag { get; set; }

    public DateTimeOffset? FetchedAt { get; set; }

    /// <summary>The highest tag the device itself presented: it has worked through everything up to there.</summary>
    public long SettledTag { get; set; }

    /// <summary>When it last ended before it was revived: from then to <see cref="ReturnedAt"/> the device did not have the pass.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>When it was last revived after the device had taken it back.</summary>
    public DateTimeOffset? ReturnedAt { get; set; }

    /// <summary>The highest tag APNs had accepted for it when it ended: its target is forgotten then.</summary>
    public long AcceptedTag { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public RegistrationEnd? EndedReason { get; set; }
}

namespace Portal.Data.Storage;

/// <summary>What a device has of one pass type, and where the clock stands: both of one moment.</summary>
public sealed class DeviceUpdates(string epoch, long number, long deviceId)
{
    public string Epoch { get; } = epoch;

    public long Number { get; } = number;

    public long DeviceId { get; } = deviceId;

    public List<ListedPass> Passes { get; } = [];

    /// <summary>The tag to hand out with this list.</summary>
    public UpdateTag Tag => new(Epoch, Number);
}

/// <summary>A registered pass as a list call sees it.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PassId">The pass.</param>
/// <param name="SerialNumber">Its serial number.</param>
/// <param name="PassTag">The larger of the tags of pass and design.</param>
/// <param name="RegistrationTag">Drawn when the pass had changed before it was registered; else 0.</param>
/// <param name="ListedTag">The mark that is stored already.</param>
/// <param name="SettledTag">The mark that is stored already.</param>
public readonly record struct ListedPass(
    long RegistrationId, long PassId, string SerialNumber, long PassTag, long RegistrationTag, long ListedTag, long SettledTag)
{
    /// <summary>The tag that decides whether this device is told of the pass.</summary>
    public long EffectiveTag => Math.Max(PassTag, RegistrationTag);
}

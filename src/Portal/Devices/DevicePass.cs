using Portal.Activity;
using Portal.Data.Devices;

namespace Portal.Devices;

/// <summary>One page of devices.</summary>
public sealed record DevicePage(int Count, IReadOnlyList<DeviceRow> Rows);

/// <summary>A device with its passes, those it gave back last.</summary>
public sealed record DeviceRow(Device Device, IReadOnlyList<DevicePass> Passes)
{
    /// <summary>The last push to it under any of its pass types.</summary>
    public DevicePass? LastPushed => Passes.Where(pass => pass.LastPushAt is not null).MaxBy(pass => pass.LastPushAt);
}

/// <summary>One pass on one device, with the evidence of how far the newest change has come there.</summary>
public sealed record DevicePass
{
    public long DeviceId { get; init; }

    public string? UserAgent { get; init; }

    public required string LibraryIdentifier { get; init; }

    public DateTimeOffset LastSeenAt { get; init; }

    public long PassId { get; init; }

    public required string SerialNumber { get; init; }

    public string? Holder { get; init; }

    public required string DesignName { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public RegistrationEnd? EndedReason { get; init; }

    public PushKind? Kind { get; init; }

    public DateTimeOffset? LastPushAt { get; init; }

    public string? LastResult { get; init; }

    public string? RetiredReason { get; init; }

    public long EffectiveTag { get; init; }

    public long AcceptedTag { get; init; }

    public long ListedTag { get; init; }

    public long FetchedTag { get; init; }

    public long SettledTag { get; init; }

    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>The strongest evidence there is for the pass's newest state.</summary>
    public ArrivalStep Step => this switch
    {
        _ when FetchedTag >= EffectiveTag && SettledTag >= EffectiveTag => ArrivalStep.Settled,
        _ when FetchedTag >= EffectiveTag => ArrivalStep.Fetched,
        _ when ListedTag >= EffectiveTag || SettledTag >= EffectiveTag => ArrivalStep.Asked,
        _ when AcceptedTag >= EffectiveTag => ArrivalStep.Accepted,
        _ => ArrivalStep.Queued,
    };
}

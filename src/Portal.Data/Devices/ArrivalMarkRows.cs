namespace Portal.Data.Devices;

/// <summary>What became known of one registration. A tag of 0 says nothing; a mark only ever rises.</summary>
public readonly record struct RegistrationMark(long RegistrationId, long PassId, long DeviceId)
{
    public long ListedTag { get; init; }

    public DateTimeOffset? ListedAt { get; init; }

    public long FetchedTag { get; init; }

    public DateTimeOffset? FetchedAt { get; init; }

    public long SettledTag { get; init; }

    /// <summary>The higher mark of each kind, with the moment it was first reached.</summary>
    public RegistrationMark And(RegistrationMark later) => this with
    {
        ListedTag = Math.Max(ListedTag, later.ListedTag),
        ListedAt = later.ListedTag > ListedTag ? later.ListedAt : ListedAt,
        FetchedTag = Math.Max(FetchedTag, later.FetchedTag),
        FetchedAt = later.FetchedTag > FetchedTag ? later.FetchedAt : FetchedAt,
        SettledTag = Math.Max(SettledTag, later.SettledTag),
    };
}

/// <summary>A device spoke to us.</summary>
public readonly record struct DeviceContact(long DeviceId, string? UserAgent, DateTimeOffset At)
{
    /// <summary>A pass it has, so that the news concerns only pages about that one.</summary>
    public long PassId { get; init; }
}

/// <summary>A tag of a pass.</summary>
public readonly record struct PassMark(long PassId, long Tag, DateTimeOffset At);

/// <summary>Who has a pass.</summary>
public sealed record PassHolder(long RegistrationId, long PassId, long DeviceId);

/// <summary>How long after its change a device was told of it, and how long after it the device fetched it; null where that is not new.</summary>
public readonly record struct ArrivalDelay(TimeSpan? ToAsked, TimeSpan? ToFetched);

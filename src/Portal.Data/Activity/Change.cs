namespace Portal.Data.Activity;

/// <summary>What a person, an import or the portal itself did at one moment. Counts are frozen when it commits.</summary>
public sealed class Change
{
    /// <summary>A UUIDv7 made by the caller, so that a repeated save is recognised.</summary>
    public Guid Id { get; set; }

    public ChangeKind Kind { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The name of who did it, as it was then.</summary>
    public required string Who { get; set; }

    public string? UserId { get; set; }

    /// <summary>What was done, in a person's words.</summary>
    public required string Summary { get; set; }

    public int PassTypeId { get; set; }

    public long? DesignId { get; set; }

    /// <summary>The one pass it changed; null when it touched several.</summary>
    public long? PassId { get; set; }

    public long Tag { get; set; }

    /// <summary>How many passes it changed for phones; 0 for an edit after which a phone would get the same pass.</summary>
    public int PassCount { get; set; }

    /// <summary>How many devices had these passes when it committed.</summary>
    public int DeviceCount { get; set; }
}

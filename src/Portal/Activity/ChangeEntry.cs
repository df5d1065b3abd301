using Portal.Data.Activity;

namespace Portal.Activity;

/// <summary>A change as lists show it.</summary>
public sealed record ChangeEntry
{
    public required Guid Id { get; init; }

    public required ChangeKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Who { get; init; }

    public required string Summary { get; init; }

    public long? PassId { get; init; }

    public long? DesignId { get; init; }

    public string? SerialNumber { get; init; }

    public string? Holder { get; init; }

    public string? DesignName { get; init; }

    /// <summary>How many passes it changed for phones.</summary>
    public int PassCount { get; init; }

    public int DeviceCount { get; init; }

    /// <summary>Whether it was kept for the portal alone: phones had the same pass before.</summary>
    public bool IsSameOnPhones => Kind is not (ChangeKind.Issue or ChangeKind.Publish) && PassCount == 0;
}

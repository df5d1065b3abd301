using Portal.Data.Activity;

namespace Portal.Activity.Complaints;

/// <summary>Lines of devices that complain of the same.</summary>
public sealed record ComplaintGroup
{
    /// <summary>The id of its newest line.</summary>
    public required long Newest { get; init; }

    public required ComplaintTask Task { get; init; }

    public required ComplaintKind Kind { get; init; }

    public int? Status { get; init; }

    /// <summary>How many passes that are here they name.</summary>
    public required int Passes { get; init; }

    /// <summary>The only pass they name; null where they name several or none.</summary>
    public long? PassId { get; init; }

    public string? SerialNumber { get; init; }

    public string? Holder { get; init; }

    /// <summary>How many lines.</summary>
    public required int Lines { get; init; }

    /// <summary>How many known devices wrote them.</summary>
    public required int Devices { get; init; }

    public required DateTimeOffset LastAt { get; init; }
}

using Portal.Data;
using Portal.Data.Pushes;

namespace Portal.Activity.Pushes;

/// <summary>A push attempt as lists show it: what was answered, and whom it was for.</summary>
public sealed record PushEntry(PushAttempt Attempt)
{
    /// <summary>The name of the device, or how many share the token; null when none is known any more.</summary>
    public string? Phone { get; init; }

    /// <summary>The device; null where it may have been any of several.</summary>
    public long? DeviceId { get; init; }

    /// <summary>How many passes the device has of the pass type.</summary>
    public int Passes { get; init; }

    /// <summary>The pass it was about; null where it may have been any of several.</summary>
    public long? PassId { get; init; }

    public string? SerialNumber { get; init; }

    /// <summary>The pass, or how many it may have been about.</summary>
    public string? PassWords => SerialNumber ?? (Passes > 0 ? $"one of {Counted.Passes(Passes)}" : null);
}

namespace Portal.Data.Activity;

/// <summary>
/// A line a device posted to <c>/v1/log</c>: where it says why it refused an update. Anybody may post there: untrusted text,
/// and what was read from it is a hint.
/// </summary>
public sealed class DeviceComplaint
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>At most 1,000 characters, with what is secret masked.</summary>
    public required string Line { get; set; }

    public string? Address { get; set; }

    public ComplaintTask Task { get; set; }

    public ComplaintKind Kind { get; set; }

    /// <summary>The HTTP status it names.</summary>
    public int? Status { get; set; }

    /// <summary>The pass it names, when there is one here. It may have been removed since.</summary>
    public long? PassId { get; set; }

    /// <summary>The device it names, when it is known here. It may have been forgotten since.</summary>
    public long? DeviceId { get; set; }
}

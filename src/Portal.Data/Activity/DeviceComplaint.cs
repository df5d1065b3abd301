namespace Portal.Data.Activity;

/// <summary>A line a device posted to <c>/v1/log</c>: where it says why it refused an update. Untrusted text.</summary>
public sealed class DeviceComplaint
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>At most 1,000 characters.</summary>
    public required string Line { get; set; }

    public string? Address { get; set; }
}

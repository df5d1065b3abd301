namespace Portal.Data.Devices;

/// <summary>A phone, watch or other wallet that registered at least one pass.</summary>
public sealed class Device
{
    public long Id { get; set; }

    /// <summary>The device library identifier: a secret shared with the device, shown masked.</summary>
    public required string LibraryIdentifier { get; set; }

    /// <summary>What the device called itself when it last spoke to us.</summary>
    public string? UserAgent { get; set; }

    public DateTimeOffset FirstSeenAt { get; set; }

    public DateTimeOffset LastSeenAt { get; set; }
}

using Portal.Data.Activity;

namespace Portal.Activity.Complaints;

/// <summary>A line of a device as lists show it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Pass">The holder or serial number of the pass it names; null when there is none here.</param>
public sealed record ComplaintEntry(DeviceComplaint Line, string? Pass);

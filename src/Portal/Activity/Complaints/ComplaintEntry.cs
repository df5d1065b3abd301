using Portal.Data.Activity;

namespace Portal.Activity.Complaints;

/// <summary>A line of a device as lists show it, with those that say the very same of the same pass.</summary>
/// <param name="Line">The newest of them.</param>
/// <param name="Lines">How many there are.</param>
/// <param name="Pass">The holder or serial number of the pass it names; null when there is none here.</param>
public sealed record ComplaintEntry(DeviceComplaint Line, int Lines, string? Pass);

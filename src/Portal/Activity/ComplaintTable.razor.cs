using Microsoft.AspNetCore.Components;
using Portal.Data.Activity;

namespace Portal.Activity;

/// <summary>Lines from devices, newest first. Untrusted text, shown as text.</summary>
public sealed partial class ComplaintTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<DeviceComplaint> Complaints { get; set; }
}

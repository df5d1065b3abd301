using Microsoft.AspNetCore.Components;

namespace Portal.Activity.Complaints;

/// <summary>Lines from devices, newest first. Untrusted text, shown as text.</summary>
public sealed partial class ComplaintLines
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ComplaintEntry> Lines { get; set; }
}

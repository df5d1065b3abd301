using Microsoft.AspNetCore.Components;

namespace Portal.Activity;

/// <summary>The way between the logs: changes, pushes, complaints.</summary>
public sealed partial class ActivityTabs
{
    public const string Changes = "admin/activity";
    public const string Pushes = "admin/activity/pushes";
    public const string Complaints = "admin/activity/complaints";

    private static readonly (string Address, string Label)[] Kinds = [(Changes, "Changes"), (Pushes, "Pushes"), (Complaints, "Complaints of phones")];

    /// <summary>The address of the log that is shown.</summary>
    [Parameter, EditorRequired]
    public required string Current { get; set; }
}

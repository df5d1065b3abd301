using Microsoft.AspNetCore.Components;

namespace Portal.Activity.Pushes;

/// <summary>Push attempts, newest first.</summary>
public sealed partial class PushTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<PushEntry> Attempts { get; set; }
}

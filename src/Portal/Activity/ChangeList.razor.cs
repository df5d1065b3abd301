using Microsoft.AspNetCore.Components;

namespace Portal.Activity;

/// <summary>Changes, newest first, each with its ring.</summary>
public sealed partial class ChangeList
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ChangeEntry> Changes { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<Guid, Arrival> Arrivals { get; set; }
}

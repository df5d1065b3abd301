using Microsoft.AspNetCore.Components;

namespace Portal.Updates;

/// <summary>Phones that do not have an update, each with what is known of it.</summary>
public sealed partial class LateTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<LatePhone> Phones { get; set; }
}

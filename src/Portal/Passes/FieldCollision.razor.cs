using Microsoft.AspNetCore.Components;

namespace Portal.Passes;

/// <summary>Says beside a field that somebody else saved it while something else was typed here, and asks whose value stands.</summary>
public sealed partial class FieldCollision
{
    /// <summary>The field's name.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required OtherSave Theirs { get; set; }

    /// <summary>What they did to the field: <c>saved 12B</c>.</summary>
    [Parameter, EditorRequired]
    public required string Words { get; set; }

    [Parameter]
    public EventCallback OnTake { get; set; }

    [Parameter]
    public EventCallback OnKeep { get; set; }
}

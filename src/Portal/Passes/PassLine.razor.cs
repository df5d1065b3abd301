using Microsoft.AspNetCore.Components;
using Portal.Activity;

namespace Portal.Passes;

/// <summary>One pass in the list.</summary>
public sealed partial class PassLine
{
    [Parameter, EditorRequired]
    public required PassRow Row { get; set; }

    [Parameter, EditorRequired]
    public required Arrival Arrival { get; set; }
}

using Microsoft.AspNetCore.Components;

namespace Portal.Shell;

/// <summary>What stands where a list would be: why it is empty, and what to do next as buttons.</summary>
public sealed partial class EmptyState
{
    [Parameter]
    public string? Icon { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public string? Text { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}

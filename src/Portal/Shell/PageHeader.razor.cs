using Microsoft.AspNetCore.Components;

namespace Portal.Shell;

/// <summary>The top of every staff page: its title (also the browser's), how many there are, and what can be done here.</summary>
public sealed partial class PageHeader
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public string? Subtitle { get; set; }

    [Parameter]
    public long? Count { get; set; }

    /// <summary>Where the list is that this page belongs to.</summary>
    [Parameter]
    public string? BackAddress { get; set; }

    [Parameter]
    public string BackText { get; set; } = "Back";

    /// <summary>Buttons, the most important last.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>Chips or facts under the title.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}

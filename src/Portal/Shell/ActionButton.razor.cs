using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Portal.Shell;

/// <summary>A button that can have nothing to do for a while, such as saving when nothing was changed. It keeps its place in the order of tabs.</summary>
public sealed partial class ActionButton
{
    /// <summary>Whether it has nothing to do now: a click does nothing.</summary>
    [Parameter]
    public bool IsIdle { get; set; }

    [Parameter]
    public EventCallback OnClick { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [Parameter]
    public Variant Variant { get; set; } = Variant.Filled;

    [Parameter]
    public Color Color { get; set; } = Color.Primary;

    [Parameter]
    public string? StartIcon { get; set; }

    /// <summary>A name for tests and for whoever looks into the page.</summary>
    [Parameter]
    public string? Name { get; set; }

    private Task ClickAsync() => IsIdle ? Task.CompletedTask : OnClick.InvokeAsync();
}

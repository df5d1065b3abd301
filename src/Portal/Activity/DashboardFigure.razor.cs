using Microsoft.AspNetCore.Components;

namespace Portal.Activity;

/// <summary>One number of the dashboard that leads to the things it counts.</summary>
public sealed partial class DashboardFigure
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public int Value { get; set; }

    [Parameter, EditorRequired]
    public required string Href { get; set; }

    [Parameter]
    public string? Note { get; set; }
}

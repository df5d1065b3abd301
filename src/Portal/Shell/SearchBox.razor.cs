using Microsoft.AspNetCore.Components;

namespace Portal.Shell;

/// <summary>The search above a list. It tells of a change a quarter of a second after the last key.</summary>
public sealed partial class SearchBox
{
    private Dictionary<string, object?> _attributes = new(StringComparer.Ordinal);

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>What can be searched for, such as 'Search by name, serial number or holder'.</summary>
    [Parameter]
    public string Label { get; set; } = "Search";

    protected override void OnParametersSet() => _attributes = new(StringComparer.Ordinal) { ["aria-label"] = Label };
}

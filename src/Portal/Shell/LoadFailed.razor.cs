using Microsoft.AspNetCore.Components;

namespace Portal.Shell;

/// <summary>Stands where something could not be loaded, with a button to try again.</summary>
public sealed partial class LoadFailed
{
    [Parameter]
    public string Text { get; set; } = "This could not be loaded.";

    [Parameter, EditorRequired]
    public EventCallback OnRetry { get; set; }
}

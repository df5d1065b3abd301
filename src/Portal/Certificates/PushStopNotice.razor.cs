using Microsoft.AspNetCore.Components;

namespace Portal.Certificates;

/// <summary>Why the pushes of a pass type are stopped and since when, what waits, and the way on.</summary>
public sealed partial class PushStopNotice
{
    [Parameter, EditorRequired]
    public required PushStop Stop { get; set; }

    /// <summary>The pass type, for who cannot see which card it stands on.</summary>
    [Parameter, EditorRequired]
    public required string Identifier { get; set; }

    [Parameter]
    public EventCallback OnResume { get; set; }
}

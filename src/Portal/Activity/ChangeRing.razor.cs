using Microsoft.AspNetCore.Components;

namespace Portal.Activity;

/// <summary>The ring of one change with a word beside it, or why there is none.</summary>
public sealed partial class ChangeRing
{
    [Parameter, EditorRequired]
    public required ChangeEntry Change { get; set; }

    [Parameter, EditorRequired]
    public required Arrival Arrival { get; set; }

    private string Words => ArrivalWords.Of(Arrival);
}

using Microsoft.AspNetCore.Components;
using Passbook.Generator;
using Portal.Data;
using Portal.Passes;
using Portal.Preview;

namespace Portal.Designs;

/// <summary>A design as a drawn card.</summary>
public sealed partial class DesignCard
{
    [Parameter, EditorRequired]
    public required DesignSummary Design { get; set; }

    private Pass Drawn { get; set; } = null!;

    private PreviewImages Images { get; set; } = PreviewImages.None;

    private string Counts => Design.PassCount == 0
        ? "No passes yet"
        : $"{Counted.Passes(Design.PassCount)} on {Counted.Devices(Design.DeviceCount)}";

    protected override void OnParametersSet()
    {
        Drawn = PassRenderer.Render(Design.Document, SampleContext.For(Design.Document, Design.OrganizationName));
        Images = ImageEndpoints.Of(Design.Document);
    }
}

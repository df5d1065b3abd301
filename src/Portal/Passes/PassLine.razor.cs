using Microsoft.AspNetCore.Components;
using Passbook.Generator;
using Portal.Activity;
using Portal.Data.Passes;
using Portal.Designs;
using Portal.Preview;

namespace Portal.Passes;

/// <summary>One pass in the list, with a small drawing of it.</summary>
public sealed partial class PassLine
{
    private (PassRow, PublishedDesign?) _drawnFor;

    [Parameter, EditorRequired]
    public required PassRow Row { get; set; }

    /// <summary>The design it follows; without it nothing is drawn.</summary>
    [Parameter]
    public PublishedDesign? Design { get; set; }

    [Parameter, EditorRequired]
    public required Arrival Arrival { get; set; }

    private Pass? Drawn { get; set; }

    private PreviewImages Images { get; set; } = PreviewImages.None;

    protected override void OnParametersSet()
    {
        if (_drawnFor == (Row, Design))
            return;
        _drawnFor = (Row, Design);
        if (Design is null)
            return;
        Images = ImageEndpoints.Of(Design.Document);
        Drawn = PassRenderer.Render(Design.Document, new PassContext
        {
            PassTypeIdentifier = "", TeamIdentifier = "", OrganizationName = "", SerialNumber = Row.SerialNumber,
            Values = PassValues.Parse(Row.Values), Voided = Row.Voided, Expires = Row.ExpiresAt,
        });
    }
}

using Microsoft.AspNetCore.Components;
using Passbook.Generator;
using Portal.Preview;

namespace Portal.Passes.Downloads;

/// <summary>Leads one person into Wallet. Rendered once, without a circuit.</summary>
public sealed partial class DownloadPage(TimeProvider time)
{
    [Parameter, EditorRequired]
    public required DrawnPass Drawn { get; set; }

    /// <summary>The public address of this page.</summary>
    [Parameter, EditorRequired]
    public required Uri Address { get; set; }

    /// <summary>Whether the person holds the phone the pass is for.</summary>
    [Parameter]
    public bool IsPhone { get; set; }

    private Pass Pass => Drawn.Pass;

    // Two codes side by side, and people scan the wrong one.
    private Pass Shown => IsPhone ? Pass : Pass with { Barcodes = [] };

    private PreviewImages Images => PreviewImages.Of(Drawn.Assets);

    private QrDrawing? Code => QrDrawing.Of(new PassBarcode { Format = BarcodeFormat.Qr, Message = Address.AbsoluteUri });

    private string PackageAddress => Address.AbsolutePath + ".pkpass";

    private bool IsOver => Pass.Voided == true || Pass.ExpirationDate < time.GetUtcNow();
}

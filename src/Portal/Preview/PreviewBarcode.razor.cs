using Microsoft.AspNetCore.Components;
using Passbook.Generator;

namespace Portal.Preview;

/// <summary>The barcode in its white box: a real QR code; any other format is named, never imitated.</summary>
public sealed partial class PreviewBarcode
{
    private PassBarcode? _drawn;

    [Parameter]
    public PassBarcode? Barcode { get; set; }

    /// <summary>Without a barcode, a pass for contactless readers shows their sign.</summary>
    [Parameter]
    public bool IsContactless { get; set; }

    /// <summary>Only the box.</summary>
    [Parameter]
    public bool Outline { get; set; }

    /// <summary>Why the code is no longer good, a word; null while it is.</summary>
    [Parameter]
    public string? Over { get; set; }

    private QrDrawing? Qr { get; set; }

    private bool IsSquare => Barcode is { } barcode && RowLayout.IsSquare(barcode.Format);

    private string Placeholder => Barcode?.Format switch
    {
        BarcodeFormat.Qr => "This message is too long for a QR code",
        BarcodeFormat.Pdf417 => "PDF417 barcode",
        BarcodeFormat.Aztec => "Aztec code",
        BarcodeFormat.Code128 => "Code 128 barcode",
        BarcodeFormat.Code39 => "Code 39 barcode",
        BarcodeFormat.Codabar => "Codabar barcode",
        BarcodeFormat.Ean13 => "EAN-13 barcode",
        _ => "Interleaved 2 of 5 barcode",
    };

    protected override void OnParametersSet()
    {
        if (Outline || Barcode == _drawn)
            return;
        _drawn = Barcode;
        Qr = Barcode is { Format: BarcodeFormat.Qr } barcode ? QrDrawing.Of(barcode) : null;
    }
}

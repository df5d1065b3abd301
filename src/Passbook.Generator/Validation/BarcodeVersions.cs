namespace Passbook.Generator;

/// <summary>The barcodes that older phones do not know: they show the first one of the list that they do.</summary>
internal static class BarcodeVersions
{
    public static void Find(ValueList<PassBarcode> barcodes, VersionList parts)
    {
        // From the newest phone to the oldest: each shows the first barcode it knows, and the next older one looks further on.
        var newest = Ios.V27;
        var index = 0;
        while (FirstKnownTo(newest, barcodes, index) is >= 0 and var shown && SinceOf(barcodes[shown].Format) is { } since)
        {
            newest = since > Ios.V9 ? Ios.V9 : Ios.V6;
            var next = FirstKnownTo(newest, barcodes, shown + 1);
            parts.Add($"$.barcodes[{shown}]", since, next < 0
                ? "show no barcode"
                : $"show the {NameOf(barcodes[next].Format)} instead of the {NameOf(barcodes[shown].Format)}");
            index = shown + 1;
        }
    }

    private static int FirstKnownTo(Version version, ValueList<PassBarcode> barcodes, int from)
    {
        for (var index = from; index < barcodes.Count; index++)
        {
            if (Enum.IsDefined(barcodes[index].Format) && (SinceOf(barcodes[index].Format) ?? Ios.V6) <= version)
                return index;
        }

        return -1;
    }

    /// <summary>The version that brought a format; null when it was there from the beginning.</summary>
    private static Version? SinceOf(BarcodeFormat format) => format switch
    {
        BarcodeFormat.Qr or BarcodeFormat.Pdf417 or BarcodeFormat.Aztec => null,
        BarcodeFormat.Code128 => Ios.V9,
        _ => Ios.V27,
    };

    private static string NameOf(BarcodeFormat format) => format switch
    {
        BarcodeFormat.Qr => "QR code",
        BarcodeFormat.Pdf417 => "PDF417",
        BarcodeFormat.Aztec => "Aztec code",
        BarcodeFormat.Code128 => "Code 128",
        BarcodeFormat.Code39 => "Code 39",
        BarcodeFormat.Codabar => "Codabar",
        BarcodeFormat.Ean13 => "EAN-13",
        _ => "Interleaved 2 of 5",
    };
}

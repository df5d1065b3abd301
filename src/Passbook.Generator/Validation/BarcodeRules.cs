namespace Passbook.Generator;

/// <summary>Rules about barcodes.</summary>
internal static class BarcodeRules
{
    public static void Check(ValueList<PassBarcode> barcodes, ProblemList problems)
    {
        BarcodeFormat? oldest = null;
        for (var index = 0; index < barcodes.Count; index++)
        {
            var barcode = barcodes[index];
            if (!Enum.IsDefined(barcode.Format))
            {
                problems.Error($"$.barcodes[{index}].format", PassProblemCode.ValueUnknown, KnownValues.Sentence(barcode.Format));
                continue;
            }

            CheckMessage(index, barcode, problems);
            if (oldest is null || barcode.Format < oldest)
                oldest = barcode.Format;
            if (barcode.AltText?.Length > TextLength.AltText)
                TextLength.Warn($"$.barcodes[{index}].altText", barcode.AltText.Length, TextLength.AltText, problems);
        }

        if (oldest > BarcodeFormat.Code128)
            problems.Warning("$.barcodes", PassProblemCode.BarcodeOnlyIos27, "iPhones before iOS 27 show no barcode: add a QR code, PDF417, Aztec or Code 128 after it.");
        else if (oldest == BarcodeFormat.Code128)
            problems.Warning("$.barcodes", PassProblemCode.BarcodeNotOnWatch, "Apple Watch may not show Code 128: add a QR code, PDF417 or Aztec after it.");
    }

    private static void CheckMessage(int index, PassBarcode barcode, ProblemList problems)
    {
        if (barcode.Message.Length == 0)
            problems.Error($"$.barcodes[{index}].message", PassProblemCode.BarcodeMessageEmpty, "The barcode says nothing: write what a scanner shall read.");
        else if (BarcodeMessage.Problem(barcode.Format, barcode.Message) is { } sentence)
            problems.Warning($"$.barcodes[{index}].message", PassProblemCode.BarcodeMessageInvalid, sentence);
        else if (MessageEncoding.Holds(barcode.MessageEncoding, barcode.Message) is not { } holds)
            problems.Warning($"$.barcodes[{index}].messageEncoding", PassProblemCode.BarcodeEncodingUnknown, $"'{barcode.MessageEncoding}' is no known character set: write iso-8859-1 or utf-8.");
        else if (!holds)
            problems.Warning($"$.barcodes[{index}].message", PassProblemCode.BarcodeNotEncodable, $"The message has letters that {barcode.MessageEncoding} lacks, so that a scanner reads something else: use utf-8 if your scanners know it, or other letters.");
        else if (BarcodeCapacity.IsExceeded(barcode.Format, barcode.Message))
            problems.Warning($"$.barcodes[{index}].message", PassProblemCode.BarcodeMessageTooLong, "The message is longer than this kind of barcode can hold: shorten it, or put an address in its place that leads to the rest.");
    }
}

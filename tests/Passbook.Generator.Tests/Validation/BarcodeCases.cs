using Passbook.Generator.Tests.Support;
using static Passbook.Generator.Tests.Validation.RuleCase;

namespace Passbook.Generator.Tests.Validation;

/// <summary>Rules about barcodes.</summary>
internal static class BarcodeCases
{
    public static IEnumerable<RuleCase> All => [.. Lists, .. Messages, .. Encodings, .. Capacities];

    private static IEnumerable<RuleCase> Lists =>
    [
        Error(PassProblemCode.ValueUnknown, "$.barcodes[0].format", Barcode((BarcodeFormat)8, "m"), Barcode(BarcodeFormat.Qr, "m")),
        Error(PassProblemCode.BarcodeMessageEmpty, "$.barcodes[0].message", Barcode(BarcodeFormat.Qr, ""), Barcode(BarcodeFormat.Qr, " ")),
        Warning(PassProblemCode.BarcodeOnlyIos27, "$.barcodes", Only(BarcodeFormat.Code39, "A1"), Barcode(BarcodeFormat.Code39, "A1")),
        Warning(PassProblemCode.BarcodeNotOnWatch, "$.barcodes", Only(BarcodeFormat.Code128, "A1"), Only(BarcodeFormat.Pdf417, "A1")),
        Warning(
            PassProblemCode.TextLong, "$.barcodes[0].altText",
            Samples.Generic with { Barcodes = [new() { Format = BarcodeFormat.Qr, Message = "m", AltText = new string('x', 61) }] },
            Samples.Generic with { Barcodes = [new() { Format = BarcodeFormat.Qr, Message = "m", AltText = new string('x', 60) }] }),
    ];

    private static IEnumerable<RuleCase> Messages =>
    [
        Message(BarcodeFormat.Ean13, "4006381333932", "4006381333931"),
        Message(BarcodeFormat.Ean13, "40063813339", "400638133393"),
        Message(BarcodeFormat.Ean13, "400638133393A", "4006381333931"),
        Message(BarcodeFormat.Ean13, "40063813339310", "4006381333931"),
        Message(BarcodeFormat.InterleavedTwoOfFive, "123", "1234"),
        Message(BarcodeFormat.InterleavedTwoOfFive, "12a4", "0000"),
        Message(BarcodeFormat.Codabar, "12E", "A12$-:/.+B"),
        Message(BarcodeFormat.Codabar, "A12", "12"),
        Message(BarcodeFormat.Code39, "abc", "ABC-. $/+%1"),
        Message(BarcodeFormat.Code128, "ä", "any ASCII!"),
    ];

    private static IEnumerable<RuleCase> Encodings =>
    [
        Warning(PassProblemCode.BarcodeEncodingUnknown, "$.barcodes[0].messageEncoding", Encoded("klingon", "m"), Encoded("windows-1252", "m")),
        Warning(PassProblemCode.BarcodeNotEncodable, "$.barcodes[0].message", Encoded("iso-8859-1", "日本"), Encoded("ISO-8859-1", "Käpyÿ")),
        Warning(PassProblemCode.BarcodeNotEncodable, "$.barcodes[0].message", Encoded("us-ascii", "ä"), Encoded("shift_jis", "日本")),
        Warning(PassProblemCode.BarcodeNotEncodable, "$.barcodes[0].message", Encoded("utf-8", "\uD83D"), Encoded("utf-8", "日本🎟")),
    ];

    // The largest of each kind, and one more.
    private static IEnumerable<RuleCase> Capacities =>
    [
        TooLong(BarcodeFormat.Qr, 'ä', 2953),
        TooLong(BarcodeFormat.Qr, 'A', 4296),
        TooLong(BarcodeFormat.Qr, '1', 7089),
        TooLong(BarcodeFormat.Pdf417, 'ä', 1110),
        TooLong(BarcodeFormat.Pdf417, 'a', 1850),
        TooLong(BarcodeFormat.Aztec, 'ä', 1919),
        TooLong(BarcodeFormat.Aztec, 'a', 3070),
        TooLong(BarcodeFormat.Aztec, '1', 3838),
    ];

    private static RuleCase Message(BarcodeFormat format, string broken, string kept) =>
        Warning(PassProblemCode.BarcodeMessageInvalid, "$.barcodes[0].message", Barcode(format, broken), Barcode(format, kept));

    private static RuleCase TooLong(BarcodeFormat format, char letter, int most) => Warning(
        PassProblemCode.BarcodeMessageTooLong, "$.barcodes[0].message", Barcode(format, new string(letter, most + 1)), Barcode(format, new string(letter, most)));

    private static Pass Encoded(string encoding, string message) =>
        Samples.Generic with { Barcodes = [new() { Format = BarcodeFormat.Qr, Message = message, MessageEncoding = encoding }] };

    private static Pass Only(BarcodeFormat format, string message) => Samples.Generic with { Barcodes = [new() { Format = format, Message = message }] };

    /// <summary>The barcode, and after it one that every phone and watch can show.</summary>
    private static Pass Barcode(BarcodeFormat format, string message) =>
        Samples.Generic with { Barcodes = [new() { Format = format, Message = message }, new() { Format = BarcodeFormat.Qr, Message = "m" }] };
}

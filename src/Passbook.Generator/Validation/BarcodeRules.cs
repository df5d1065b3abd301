using System.Buffers;
using System.Text;

namespace Passbook.Generator;

/// <summary>Rules about barcodes.</summary>
internal static class BarcodeRules
{
    private static readonly SearchValues<char> Code39Letters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%");
    private static readonly SearchValues<char> CodabarLetters = SearchValues.Create("0123456789-$:/.+");

    public static void Check(ValueList<PassBarcode> barcodes, ProblemList problems)
    {
        for (var index = 0; index < barcodes.Count; index++)
            CheckOne($"$.barcodes[{index}]", barcodes[index], problems);
        if (barcodes.IsEmpty)
            return;
        if (barcodes.All(barcode => barcode.Format > BarcodeFormat.Code128))
            problems.Warning("$.barcodes", PassProblemCode.BarcodeOnlyIos27, "iPhones before iOS 27 show no barcode: add a QR code, PDF417, Aztec or Code 128 after it.");
        else if (barcodes.All(barcode => barcode.Format >= BarcodeFormat.Code128))
            problems.Warning("$.barcodes", PassProblemCode.BarcodeNotOnWatch, "Apple Watch shows no Code 128: add a QR code, PDF417 or Aztec after it.");
    }

    private static void CheckOne(string path, PassBarcode barcode, ProblemList problems)
    {
        if (barcode.Message.Length == 0)
        {
            problems.Error($"{path}.message", PassProblemCode.BarcodeMessageEmpty, "The barcode says nothing.");
            return;
        }

        if (MessageProblem(barcode.Format, barcode.Message) is { } sentence)
            problems.Warning($"{path}.message", PassProblemCode.BarcodeMessageInvalid, sentence);
        var encoding = FindEncoding(barcode.MessageEncoding);
        if (encoding is null)
            problems.Warning($"{path}.messageEncoding", PassProblemCode.BarcodeEncodingUnknown, $"'{barcode.MessageEncoding}' is no known character set.");
        else if (!CanEncode(encoding, barcode.Message))
            problems.Warning($"{path}.message", PassProblemCode.BarcodeNotEncodable, $"The message has letters that are not in {barcode.MessageEncoding}: a scanner would read something else.");
    }

    private static string? MessageProblem(BarcodeFormat format, string message) => format switch
    {
        BarcodeFormat.Ean13 when message.Length is not (12 or 13) || !message.All(char.IsAsciiDigit) => "An EAN-13 has 12 digits and a check digit.",
        BarcodeFormat.Ean13 when message.Length == 13 && message[12] != Ean13CheckDigit(message) => $"The check digit of this EAN-13 must be {Ean13CheckDigit(message)}.",
        BarcodeFormat.InterleavedTwoOfFive when message.Length % 2 != 0 || !message.All(char.IsAsciiDigit) => "Interleaved 2 of 5 holds an even number of digits.",
        BarcodeFormat.Codabar when !IsCodabar(message) => "Codabar holds digits and - $ : / . + between A, B, C or D.",
        BarcodeFormat.Code39 when message.AsSpan().ContainsAnyExcept(Code39Letters) => "Code 39 holds capital letters, digits, blanks and - . $ / + %.",
        BarcodeFormat.Code128 when !Ascii.IsValid(message) => "Code 128 holds letters and signs without accents (ASCII).",
        _ => null,
    };

    private static char Ean13CheckDigit(string message)
    {
        var sum = 0;
        for (var index = 0; index < 12; index++)
            sum += (message[index] - '0') * (index % 2 == 0 ? 1 : 3);
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }

    private static bool IsCodabar(string message)
    {
        var inner = message.AsSpan();
        if (inner.Length > 2 && IsCodabarFrame(inner[0]) && IsCodabarFrame(inner[^1]))
            inner = inner[1..^1];
        return !inner.ContainsAnyExcept(CodabarLetters);
    }

    private static bool IsCodabarFrame(char letter) => char.ToUpperInvariant(letter) is >= 'A' and <= 'D';

    private static Encoding? FindEncoding(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool CanEncode(Encoding encoding, string message)
    {
        try
        {
            encoding.GetByteCount(message);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}

using System.Buffers;
using System.Text;

namespace Passbook.Generator;

/// <summary>Which messages a format of barcode can hold.</summary>
/// <remarks>Sources: GS1 General Specifications (EAN-13), ISO/IEC 16388 (Code 39), 16390 (Interleaved 2 of 5), 15417 (Code 128), EN 798 (Codabar).</remarks>
internal static class BarcodeMessage
{
    private static readonly SearchValues<char> Code39Letters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%");
    private static readonly SearchValues<char> CodabarLetters = SearchValues.Create("0123456789-$:/.+");

    /// <summary>What is wrong with a message that is not empty, as a sentence; null when nothing is.</summary>
    public static string? Problem(BarcodeFormat format, string message) => format switch
    {
        BarcodeFormat.Ean13 when message.Length is not (12 or 13) || !IsDigits(message) => "An EAN-13 has 12 digits and a check digit: write all of them and nothing else.",
        BarcodeFormat.Ean13 when message.Length == 13 && message[12] != Ean13CheckDigit(message) => $"The last digit of this EAN-13 does not match the others: it should be {Ean13CheckDigit(message)}, or another digit is wrong.",
        BarcodeFormat.InterleavedTwoOfFive when message.Length % 2 != 0 || !IsDigits(message) => "Interleaved 2 of 5 holds an even number of digits: put a 0 before them, or take out what is no digit.",
        BarcodeFormat.Codabar when !IsCodabar(message) => "Codabar holds digits and - $ : / . + between A, B, C or D: take out everything else.",
        BarcodeFormat.Code39 when message.AsSpan().ContainsAnyExcept(Code39Letters) => "Code 39 holds capital letters, digits, blanks and - . $ / + %: write the message with these only.",
        BarcodeFormat.Code128 when !Ascii.IsValid(message) => "Code 128 holds letters and signs without accents: write the message with these only.",
        _ => null,
    };

    private static bool IsDigits(ReadOnlySpan<char> message) => !message.ContainsAnyExceptInRange('0', '9');

    private static char Ean13CheckDigit(string message)
    {
        var sum = 0;
        for (var index = 0; index < 12; index++)
            sum += (message[index] - '0') * (index % 2 == 0 ? 1 : 3);
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }

    private static bool IsCodabar(ReadOnlySpan<char> message)
    {
        if (message.Length > 2 && IsCodabarFrame(message[0]) && IsCodabarFrame(message[^1]))
            message = message[1..^1];
        return !message.ContainsAnyExcept(CodabarLetters);
    }

    private static bool IsCodabarFrame(char letter) => char.ToUpperInvariant(letter) is >= 'A' and <= 'D';
}

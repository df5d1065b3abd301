using System.Buffers;

namespace Passbook.Generator;

/// <summary>How much the largest symbol of a two-dimensional code holds.</summary>
/// <remarks>
/// Counted in favour of the message: each letter by the shortest way the code has for it, as if changing between the ways cost
/// nothing, and the least error correction. What is too long by this count fits in no way at all. Sources: ISO/IEC 18004 (QR,
/// version 40 at level L), 15438 (PDF417, 925 codewords), 24778 (Aztec, 32 layers at 23 % correction).
/// </remarks>
internal static class BarcodeCapacity
{
    private static readonly SearchValues<char> QrLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:");

    public static bool IsExceeded(BarcodeFormat format, string message) => format switch
    {
        // Sixths of a bit: a digit has 10/3 bits, a letter of QR's own alphabet 5.5, a byte 8; 17 bits say how many there are.
        BarcodeFormat.Qr => IsExceeded(message, new Cost(20, 33, 48), 6 * (23648 - 17), isQr: true),
        // 1/132 of a codeword: 44 digits are in 15 codewords, 2 letters in one, 6 bytes in 5.
        BarcodeFormat.Pdf417 => IsExceeded(message, new Cost(45, 66, 110), 132 * 925, isQr: false),
        // Bits.
        BarcodeFormat.Aztec => IsExceeded(message, new Cost(4, 5, 8), 15352, isQr: false),
        _ => false,
    };

    private static bool IsExceeded(string message, Cost cost, long most, bool isQr)
    {
        if ((long)message.Length * cost.Byte <= most)
            return false;
        var used = 0L;
        foreach (var letter in message)
            used += char.IsAsciiDigit(letter) ? cost.Digit : (isQr ? QrLetters.Contains(letter) : char.IsAscii(letter)) ? cost.Letter : cost.Byte;
        return used > most;
    }

    private readonly record struct Cost(int Digit, int Letter, int Byte);
}

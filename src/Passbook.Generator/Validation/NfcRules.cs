using System.Text;

namespace Passbook.Generator;

/// <summary>Rules about contactless readers.</summary>
internal static class NfcRules
{
    private const int MessageLimit = 64;

    // RFC 5480 in DER, which knows one spelling only: SEQUENCE { SEQUENCE { id-ecPublicKey, P-256 }, BIT STRING of 33 bytes }.
    private static ReadOnlySpan<byte> KeyStart =>
    [
        0x30, 0x39, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01,
        0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x22, 0x00,
    ];

    public static void Check(PassNfc? nfc, ProblemList problems)
    {
        if (nfc is null)
            return;
        if (Encoding.UTF8.GetByteCount(nfc.Message) is 0 or > MessageLimit)
            problems.Error("$.nfc.message", PassProblemCode.NfcMessageTooLong, $"The message for contactless readers must have 1 to {MessageLimit} bytes: shorten it, or write one.");
        if (!IsCompressedP256(nfc.EncryptionPublicKey))
            problems.Error("$.nfc.encryptionPublicKey", PassProblemCode.NfcKeyInvalid, "The key of the contactless reader is no compressed P-256 public key in Base64: ask the maker of the reader for it.");
    }

    private static bool IsCompressedP256(string text)
    {
        Span<byte> key = stackalloc byte[60];
        return Convert.TryFromBase64String(text, key, out var length)
            && length == 59
            && key.StartsWith(KeyStart)
            && key[KeyStart.Length] is 2 or 3;
    }
}

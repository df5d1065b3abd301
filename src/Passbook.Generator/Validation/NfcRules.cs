using System.Formats.Asn1;
using System.Text;

namespace Passbook.Generator;

/// <summary>Rules about contactless readers.</summary>
internal static class NfcRules
{
    private const string EllipticCurveKey = "1.2.840.10045.2.1";
    private const string P256 = "1.2.840.10045.3.1.7";

    public static void Check(PassNfc? nfc, ProblemList problems)
    {
        if (nfc is null)
            return;
        if (Encoding.UTF8.GetByteCount(nfc.Message) is 0 or > 64)
            problems.Error("$.nfc.message", PassProblemCode.NfcMessageTooLong, "The message for contactless readers has 1 to 64 bytes.");
        if (!IsCompressedP256(nfc.EncryptionPublicKey))
            problems.Error("$.nfc.encryptionPublicKey", PassProblemCode.NfcKeyInvalid, "The reader's key must be a compressed P-256 public key in Base64.");
    }

    // RFC 5480: SEQUENCE { SEQUENCE { id-ecPublicKey, P-256 }, BIT STRING of 02 or 03 and 32 bytes }.
    private static bool IsCompressedP256(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return false;
        try
        {
            var key = new AsnReader(bytes.AsMemory(0, length), AsnEncodingRules.DER).ReadSequence();
            var algorithm = key.ReadSequence();
            return algorithm.ReadObjectIdentifier() == EllipticCurveKey
                && algorithm.ReadObjectIdentifier() == P256
                && key.ReadBitString(out _) is { Length: 33 } point
                && point[0] is 2 or 3;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}

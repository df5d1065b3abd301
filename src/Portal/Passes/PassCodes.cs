using System.Buffers.Text;
using System.Security.Cryptography;

namespace Portal.Passes;

/// <summary>The random texts a pass is born with.</summary>
internal static class PassCodes
{
    // No letters that look alike: a serial number is read out at counters.
    private const string SerialAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>60 random bits in capitals and digits.</summary>
    public static string NewSerialNumber() => RandomNumberGenerator.GetString(SerialAlphabet, 12);

    /// <summary>192 random bits.</summary>
    public static string NewAuthenticationToken() => Random(24);

    /// <summary>128 random bits.</summary>
    public static string NewDownloadCode() => Random(16);

    private static string Random(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}

using System.Security.Cryptography;
using System.Text;

namespace Portal.Data.Devices;

/// <summary>The stored form of a push token's identity.</summary>
public static class TokenHash
{
    /// <summary>SHA-256 of the token's UTF-8 bytes, lower-case hex.</summary>
    public static string Of(string pushToken) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pushToken)));
}

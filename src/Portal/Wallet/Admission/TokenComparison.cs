using System.Security.Cryptography;
using System.Text;

namespace Portal.Wallet.Admission;

/// <summary>Compares the token a device presents with the one of the pass, in the same time whatever they are.</summary>
public static class TokenComparison
{
    // Stands in for a pass that does not exist, so that asking for one costs the same.
    private static readonly string Nobody = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));

    /// <summary>Whether the tokens are the same. Without a stored one the work is done all the same, and the answer is no.</summary>
    public static bool Matches(string? stored, string presented)
    {
        Span<byte> storedHash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> presentedHash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(stored ?? Nobody, storedHash);
        Hash(presented, presentedHash);
        return CryptographicOperations.FixedTimeEquals(storedHash, presentedHash) & stored is not null;
    }

    private static void Hash(string token, Span<byte> hash) => SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
}

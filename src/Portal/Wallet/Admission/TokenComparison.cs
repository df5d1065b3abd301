using System.Security.Cryptography;
using System.Text;

namespace Portal.Wallet.Admission;

/// <summary>Compares the token a device presents with the one of the pass, in the same time whatever they are.</summary>
public static class TokenComparison
{
    // Twice what the portal makes. Tokens of up to this many bytes are filled up to it, longer ones are hashed: either way as
    // many bytes are compared as for every other token.
    private const int Filled = 64;

    // Stands in for a pass that does not exist, so that asking for one costs the same.
    private static readonly string Nobody = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));

    /// <summary>Whether the tokens are the same. Without a stored one the work is done all the same, and the answer is no.</summary>
    public static bool Matches(string? stored, string presented)
    {
        var expected = stored ?? Nobody;
        Span<byte> one = stackalloc byte[Filled];
        Span<byte> other = stackalloc byte[Filled];
        one.Clear();
        other.Clear();
        var same = Encoding.UTF8.TryGetBytes(expected, one, out var length) && Encoding.UTF8.TryGetBytes(presented, other, out var otherLength)
            ? CryptographicOperations.FixedTimeEquals(one, other) & length == otherLength
            : CryptographicOperations.FixedTimeEquals(Hash(expected), Hash(presented));
        return same & stored is not null;
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

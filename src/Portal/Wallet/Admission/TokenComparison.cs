using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Wallet.Admission;

/// <summary>Compares the token a device presents with the one of the pass, in the same time whatever they are.</summary>
public static class TokenComparison
{
    // Twice what the portal makes. Texts of up to this many letters are filled up to it, longer ones are hashed: either way as many
    // bytes are compared as for every other token.
    private const int Filled = 64;

    // Stands in for a pass that does not exist, so that asking for one costs the same.
    private static readonly string Nobody = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));

    /// <summary>Whether the tokens are the same. Without a stored one the work is done all the same, and the answer is no.</summary>
    public static bool Matches(string? stored, string presented)
    {
        var expected = stored ?? Nobody;
        var same = expected.Length <= Filled && presented.Length <= Filled ? AreSameFilled(expected, presented) : AreSameHashed(expected, presented);
        return same & stored is not null;
    }

    private static bool AreSameFilled(string expected, string presented)
    {
        Span<char> one = stackalloc char[Filled];
        Span<char> other = stackalloc char[Filled];
        one.Clear();
        other.Clear();
        expected.CopyTo(one);
        presented.CopyTo(other);
        return CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(one), MemoryMarshal.AsBytes(other)) & expected.Length == presented.Length;
    }

    private static bool AreSameHashed(string expected, string presented) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(presented)));
}

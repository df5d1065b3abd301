using Portal.Wallet.Admission;

namespace Portal.Tests.Wallet;

/// <summary>Tokens are the same or they are not, short or long.</summary>
public sealed class TokenComparisonTests
{
    private static readonly string Long = new('a', 100);

    public static TheoryData<string?, string, bool> Pairs => new()
    {
        { "vxwxd7J8AlNNFPS8k0a0FfUFtq0ewzFd", "vxwxd7J8AlNNFPS8k0a0FfUFtq0ewzFd", true },
        { "vxwxd7J8AlNNFPS8k0a0FfUFtq0ewzFd", "vxwxd7J8AlNNFPS8k0a0FfUFtq0ewzFe", false },
        { "vxwxd7J8AlNNFPS8k0a0FfUFtq0ewzFd", "vxwxd7J8AlNNFPS8k0a0FfUFtq0ewzF", false },
        { "vxwxd7J8AlNNFPS8k0a0FfUFtq0ewzFd", "", false },
        // What a short one is filled up with is no part of it.
        { "abc", "abc\0", false },
        { Long, Long, true },
        { Long, Long + "a", false },
        { Long, "abc", false },
        { "abc", Long, false },
        { null, "", false },
        { null, "abc", false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Only_the_same_token_matches(string? stored, string presented, bool expected) =>
        Assert.Equal(expected, TokenComparison.Matches(stored, presented));
}

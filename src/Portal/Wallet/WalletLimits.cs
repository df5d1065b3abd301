namespace Portal.Wallet;

/// <summary>The section <c>Wallet</c>: what one client address may cost.</summary>
public sealed record WalletLimits
{
    public const string Section = "Wallet";

    /// <summary>
    /// Refused tokens per minute and client address, after which further ones are answered 429. The right token is never
    /// limited: a mobile network hides thousands of phones behind one address.
    /// </summary>
    public int RefusedTokensPerMinute { get; init; } = 100;

    /// <summary>Posts to <c>/v1/log</c> per minute and client address.</summary>
    public int LogPostsPerMinute { get; init; } = 60;

    /// <summary>How many lines of devices are kept; the oldest go first.</summary>
    public int KeptLogLines { get; init; } = 10_000;
}

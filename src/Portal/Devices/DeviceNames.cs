namespace Portal.Devices;

/// <summary>
/// What a device is called on screen: the same on every page and after every restart. Its library identifier is a secret it
/// shares with us, so only its end is shown.
/// </summary>
public static class DeviceNames
{
    /// <summary>A library identifier has to be longer than this for its end to be shown: the end must not be half of it.</summary>
    public const int ShortestNamed = Shown * 2;

    private const int Shown = 4;
    private const string Hidden = "…";

    // The daemon that speaks for Wallet on an iPhone or an Apple Watch; it does not say which of them.
    private const string AppleDaemon = "passd/";

    /// <summary><c>Phone …a3f2</c>.</summary>
    public static string Of(string libraryIdentifier) =>
        libraryIdentifier.Length <= ShortestNamed ? "Phone" : $"Phone {Hidden}{libraryIdentifier[^Shown..]}";

    /// <summary>Apple Wallet by its name, any other wallet by the first product in its user agent.</summary>
    public static string WalletOf(string? userAgent) => userAgent?.Trim() switch
    {
        null or "" => "Unnamed wallet",
        var agent when agent.StartsWith(AppleDaemon, StringComparison.OrdinalIgnoreCase) => "Apple Wallet",
        var agent => agent.Split(' ', 2)[0],
    };

    /// <summary>The end of the name that somebody searches for, in lower case; null when the text cannot be one.</summary>
    public static string? EndIn(string searched)
    {
        var end = searched.Split(Hidden)[^1].Trim();
        return end.Length == Shown ? end.ToLowerInvariant() : null;
    }
}

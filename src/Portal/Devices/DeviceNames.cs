namespace Portal.Devices;

/// <summary>What a device is called on screen. Its library identifier is a secret it shares with us, so only its end is shown.</summary>
public static class DeviceNames
{
    private const int Shown = 4;

    // The daemon that speaks for Wallet on an iPhone or an Apple Watch; it does not say which of them.
    private const string AppleDaemon = "passd/";

    /// <summary>Apple Wallet by its name, any other wallet by the first product in its user agent.</summary>
    public static string Of(string? userAgent) => userAgent?.Trim() switch
    {
        null or "" => "Unnamed wallet",
        var agent when agent.StartsWith(AppleDaemon, StringComparison.OrdinalIgnoreCase) => "Apple Wallet",
        var agent => agent.Split(' ', 2)[0],
    };

    public static string Masked(string libraryIdentifier) =>
        libraryIdentifier.Length <= Shown * 2 ? "••••" : "•••• " + libraryIdentifier[^Shown..];
}

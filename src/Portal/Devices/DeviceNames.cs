namespace Portal.Devices;

/// <summary>What a device is called on screen. Its library identifier is a secret it shares with us, so only its end is shown.</summary>
public static class DeviceNames
{
    private const int Shown = 4;

    /// <summary>The first product in the user agent, which wallets fill with their own name and version.</summary>
    public static string Of(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent))
            return "Unnamed wallet";
        var name = userAgent.Split(" (", 2)[0].Trim();
        return name.Length == 0 ? "Unnamed wallet" : name;
    }

    public static string Masked(string libraryIdentifier) =>
        libraryIdentifier.Length <= Shown * 2 ? "••••" : "•••• " + libraryIdentifier[^Shown..];
}

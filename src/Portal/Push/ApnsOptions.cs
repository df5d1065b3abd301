namespace Portal.Push;

/// <summary>Where Apple's push service is, section <c>Apns</c>.</summary>
public sealed class ApnsOptions
{
    public const string Section = "Apns";

    /// <summary>The production host: there is no sandbox for passes.</summary>
    public const string Production = "https://api.push.apple.com:443";

    /// <summary>Another address than Apple's, for tests and load runs.</summary>
    public string BaseAddress { get; set; } = Production;

    /// <summary>A PEM file with the only root to trust at that address. Empty: what the system trusts.</summary>
    public string? TrustedRootFile { get; set; }

    /// <summary>HTTP/2 connections for each signing certificate.</summary>
    public int Connections { get; set; } = 4;
}

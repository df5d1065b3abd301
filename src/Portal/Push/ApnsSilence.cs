namespace Portal.Push;

/// <summary>Our words for pushes that got no answer.</summary>
internal static class ApnsSilence
{
    public const string TimedOut = nameof(TimedOut);
    public const string ConnectionLost = nameof(ConnectionLost);
    public const string CannotConnect = nameof(CannotConnect);
    public const string NameNotFound = nameof(NameNotFound);

    /// <summary>The handshake failed: most often somebody else answers at APNs' address.</summary>
    public const string NotTrusted = nameof(NotTrusted);

    public static string Word(Exception silence) => (silence as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => NameNotFound,
        HttpRequestError.ConnectionError => CannotConnect,
        HttpRequestError.SecureConnectionError => NotTrusted,
        _ => ConnectionLost,
    };
}

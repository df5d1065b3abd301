using System.Security.Authentication;

namespace Portal.Push;

/// <summary>Our words for pushes that got no answer.</summary>
internal static class ApnsSilence
{
    public const string TimedOut = nameof(TimedOut);
    public const string ConnectionLost = nameof(ConnectionLost);
    public const string CannotConnect = nameof(CannotConnect);
    public const string NameNotFound = nameof(NameNotFound);

    /// <summary>We broke off the handshake: somebody else answers at APNs' address.</summary>
    public const string NotTrusted = nameof(NotTrusted);

    /// <summary>The handshake failed on the other side: it refuses our certificate, agrees on no version, or hung up.</summary>
    public const string HandshakeFailed = nameof(HandshakeFailed);

    public static string Word(Exception silence) => (silence as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => NameNotFound,
        HttpRequestError.ConnectionError => CannotConnect,
        // .NET does not say who broke it off. What the other side tells, or leaves out, comes as the cause of the failure; our
        // own doubt of its certificate has none.
        HttpRequestError.SecureConnectionError =>
            silence.InnerException is AuthenticationException { InnerException: null } ? NotTrusted : HandshakeFailed,
        _ => ConnectionLost,
    };
}

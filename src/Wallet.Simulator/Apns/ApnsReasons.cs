namespace Wallet.Simulator.Apns;

/// <summary>Apple's words for a refused push ('Handling notification responses from APNs', table 'Values for the APNs JSON reason key').</summary>
public static class ApnsReasons
{
    public const string BadCertificate = nameof(BadCertificate);
    public const string BadCertificateEnvironment = nameof(BadCertificateEnvironment);
    public const string BadDeviceToken = nameof(BadDeviceToken);
    public const string BadExpirationDate = nameof(BadExpirationDate);
    public const string BadMessageId = nameof(BadMessageId);
    public const string BadPath = nameof(BadPath);
    public const string BadPriority = nameof(BadPriority);
    public const string BadTopic = nameof(BadTopic);
    public const string DeviceTokenNotForTopic = nameof(DeviceTokenNotForTopic);
    public const string DuplicateHeaders = nameof(DuplicateHeaders);
    public const string ExpiredProviderToken = nameof(ExpiredProviderToken);
    public const string ExpiredToken = nameof(ExpiredToken);
    public const string Forbidden = nameof(Forbidden);
    public const string IdleTimeout = nameof(IdleTimeout);
    public const string InternalServerError = nameof(InternalServerError);
    public const string InvalidPushType = nameof(InvalidPushType);
    public const string MethodNotAllowed = nameof(MethodNotAllowed);
    public const string MissingDeviceToken = nameof(MissingDeviceToken);
    public const string MissingTopic = nameof(MissingTopic);
    public const string PayloadEmpty = nameof(PayloadEmpty);
    public const string PayloadTooLarge = nameof(PayloadTooLarge);
    public const string ServiceUnavailable = nameof(ServiceUnavailable);
    public const string Shutdown = nameof(Shutdown);
    public const string TooManyProviderTokenUpdates = nameof(TooManyProviderTokenUpdates);
    public const string TooManyRequests = nameof(TooManyRequests);
    public const string TopicDisallowed = nameof(TopicDisallowed);
    public const string Unregistered = nameof(Unregistered);
}

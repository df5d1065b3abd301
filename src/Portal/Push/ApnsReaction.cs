namespace Portal.Push;

/// <summary>
/// What each answer of APNs means to us: the whole table, the first row that fits wins
/// ('Handling notification responses from APNs', developer.apple.com).
/// </summary>
public static class ApnsReaction
{
    public static PushReaction To(ApnsAnswer answer) => (answer.Status, answer.Reason) switch
    {
        (200, _) => PushReaction.Accepted,

        // The token is dead. 410 without such a word is somebody else's page.
        (400, "BadDeviceToken" or "DeviceTokenNotForTopic") => PushReaction.TokenDead,
        (410, "Unregistered" or "ExpiredToken") => PushReaction.TokenDead,

        // The certificate or the topic is refused, whatever the reason: BadCertificate, BadCertificateEnvironment,
        // Forbidden, ExpiredProviderToken, InvalidProviderToken, MissingProviderToken.
        (403, _) => PushReaction.StopTopic,

        // Too often for APNs as a whole, not for this device.
        (429, "TooManyProviderTokenUpdates") => PushReaction.Retry,
        (429, _) => PushReaction.BackOffDevice,

        // The server closed an idle connection: nothing is wrong with the push.
        (400, "IdleTimeout") => PushReaction.Retry,

        // Our own fault, which trying again does not cure: BadTopic, TopicDisallowed, MissingTopic, BadMessageId, 404 BadPath,
        // 405 MethodNotAllowed, 413 PayloadTooLarge and every answer below 500 that nobody knows.
        (< 500, _) => PushReaction.Park,

        // InternalServerError, ServiceUnavailable, Shutdown, and every other trouble of the server.
        _ => PushReaction.Retry,
    };
}

namespace Portal.Devices;

/// <summary>The last answer to a push, in words.</summary>
public static class PushWords
{
    public static string Of(string? result) => result switch
    {
        null => "no answer yet",
        "Accepted" => "accepted by the push service",
        "Unregistered" or "ExpiredToken" => "token dead: the pass is no longer there",
        "BadDeviceToken" or "DeviceTokenNotForTopic" => "token refused",
        "TooManyRequests" => "held back: too many pushes to this device",
        _ => result,
    };
}

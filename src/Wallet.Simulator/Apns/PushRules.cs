using System.Globalization;
using System.Text.RegularExpressions;

namespace Wallet.Simulator.Apns;

/// <summary>Apple's checks of a request that speaks for itself: path, method, headers, size. The first fault wins.</summary>
internal static partial class PushRules
{
    public const int LargestPayload = 4096;

    /// <summary>Tokens have 32 bytes today; Apple asks nobody to rely on it, so longer ones pass.</summary>
    private const int ShortestToken = 64;
    private const int LongestToken = 200;

    private static readonly string[] PushTypes =
        ["alert", "background", "location", "voip", "complication", "fileprovider", "mdm", "liveactivity", "pushtotalk", "controls", "widgets"];

    public static ApnsAnswer? Judge(ApnsPush push, ClientIdentity client) => client.Refusal ?? Headers(push) ?? Topic(push, client);

    public static ApnsAnswer? Token(string token) => token.Length switch
    {
        0 => ApnsAnswer.Error(400, ApnsReasons.MissingDeviceToken),
        < ShortestToken or > LongestToken => ApnsAnswer.Error(400, ApnsReasons.BadDeviceToken),
        _ => token.All(char.IsAsciiHexDigit) && token.Length % 2 == 0 ? null : ApnsAnswer.Error(400, ApnsReasons.BadDeviceToken),
    };

    private static ApnsAnswer? Headers(ApnsPush push)
    {
        if (!Guid.TryParseExact(push.ApnsId, "D", out _)) return ApnsAnswer.Error(400, ApnsReasons.BadMessageId);
        if (push.PushType is { } type && !PushTypes.Contains(type, StringComparer.Ordinal)) return ApnsAnswer.Error(400, ApnsReasons.InvalidPushType);
        if (!PriorityFits(push)) return ApnsAnswer.Error(400, ApnsReasons.BadPriority);
        return push.Expiration is null || long.TryParse(push.Expiration, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? null
            : ApnsAnswer.Error(400, ApnsReasons.BadExpirationDate);
    }

    /// <remarks>A background push with priority 10 is an error by Apple's words; 10 is meant when the header is absent.</remarks>
    private static bool PriorityFits(ApnsPush push)
        => push.Priority is "5" or "1" || (push.Priority is null or "10" && push.PushType != "background");

    private static ApnsAnswer? Topic(ApnsPush push, ClientIdentity client)
    {
        if (string.IsNullOrEmpty(push.Topic)) return ApnsAnswer.Error(400, ApnsReasons.MissingTopic);
        if (push.Topic == client.Topic) return null;
        return ApnsAnswer.Error(400, TopicShape().IsMatch(push.Topic) ? ApnsReasons.TopicDisallowed : ApnsReasons.BadTopic);
    }

    [GeneratedRegex(@"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TopicShape();
}

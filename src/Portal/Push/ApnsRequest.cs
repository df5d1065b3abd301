using System.Globalization;
using System.Net;
using Portal.Data.Pushes;

namespace Portal.Push;

/// <summary>The request of one push ('Sending notification requests to APNs', developer.apple.com).</summary>
internal static class ApnsRequest
{
    // A pass is told only that something changed; it asks for the rest itself.
    private static readonly byte[] Body = "{}"u8.ToArray();

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public static HttpRequestMessage Create(Uri baseAddress, string topic, DuePush push, string apnsId, DateTimeOffset now)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(baseAddress, "/3/device/" + push.PushToken))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Body),
        };
        request.Headers.TryAddWithoutValidation("apns-topic", topic);
        request.Headers.TryAddWithoutValidation("apns-push-type", "background");
        request.Headers.TryAddWithoutValidation("apns-priority", "5");
        request.Headers.TryAddWithoutValidation("apns-id", apnsId);
        request.Headers.TryAddWithoutValidation("apns-expiration", (now + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return request;
    }

    /// <summary>A token becomes part of the address, so nothing but hexadecimal digits may be in it.</summary>
    public static bool CanSend(DuePush push) => push.PushToken.Length > 0 && push.PushToken.All(char.IsAsciiHexDigit);
}

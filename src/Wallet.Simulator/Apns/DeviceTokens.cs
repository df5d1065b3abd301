using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Wallet.Simulator.Apns;

/// <summary>Which device tokens Apple knows. At first every well-formed token is alive.</summary>
public sealed class DeviceTokens
{
    private readonly ConcurrentDictionary<string, DateTimeOffset?> _endedAt = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>When true, a token that was never added is answered 400 BadDeviceToken.</summary>
    public bool KnownOnly { get; set; }

    /// <summary>A new token as devices have them today: 32 random bytes in hexadecimal.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>Makes a token known and alive.</summary>
    public void Add(string token) => _endedAt[token] = null;

    /// <summary>The app is gone from this device: from now on 410 Unregistered with this moment.</summary>
    public void Unregister(string token, DateTimeOffset at) => _endedAt[token] = at;

    /// <summary>Apple has never heard of it.</summary>
    public void Forget(string token) => _endedAt.TryRemove(token, out _);

    internal ApnsAnswer? Judge(string token)
    {
        if (_endedAt.TryGetValue(token, out var ended)) return ended is { } at ? ApnsAnswer.Gone(at) : null;
        return KnownOnly ? ApnsAnswer.Error(400, ApnsReasons.BadDeviceToken) : null;
    }
}

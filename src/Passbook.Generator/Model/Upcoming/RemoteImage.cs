using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>An image that Wallet fetches. iOS 26.</summary>
public sealed record RemoteImage
{
    private UnknownKeys? _unknown;

    /// <summary>Where it is fetched; https.</summary>
    [JsonPropertyName("URL")]
    public required Uri Url { get; init; }

    /// <summary>The SHA-256 of its bytes, in lower-case hexadecimal digits; Wallet does not show another image.</summary>
    [JsonPropertyName("SHA256")]
    public required string Sha256 { get; init; }

    /// <summary>The density: 1, 2 or 3 pixels for each point.</summary>
    public double? Scale { get; init; }

    /// <summary>Its size in bytes, at most 2097152 (2 MB).</summary>
    public long? Size { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}

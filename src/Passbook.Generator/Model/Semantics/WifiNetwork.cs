using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A wireless network on board or at the place.</summary>
public sealed record WifiNetwork
{
    private UnknownKeys? _unknown;

    /// <summary>The name of the network.</summary>
    public required string Ssid { get; init; }

    /// <summary>Its password.</summary>
    public required string Password { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }

    /// <summary>The name of the network; never its password, so that a pass may be logged.</summary>
    public override string ToString() => $"WifiNetwork {Ssid}";
}

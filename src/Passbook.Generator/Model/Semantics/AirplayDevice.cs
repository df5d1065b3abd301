using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A group of devices that the guest may play to. iOS 18.</summary>
public sealed record AirplayDevice
{
    private UnknownKeys? _unknown;

    /// <summary>The token that admits to the group.</summary>
    public string? AirplayDeviceGroupToken { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }

    /// <summary>What this is; never the token, so that a pass may be logged.</summary>
    public override string ToString() => nameof(AirplayDevice);
}

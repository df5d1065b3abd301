using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A Bluetooth beacon near which the pass is offered on the lock screen. A pass has at most ten.</summary>
public sealed record PassBeacon
{
    private UnknownKeys? _unknown;

    /// <summary>The beacon's identifier.</summary>
    [JsonPropertyName("proximityUUID")]
    public required BeaconUuid ProximityUuid { get; init; }

    /// <summary>The beacon's major number; any when not set.</summary>
    public ushort? Major { get; init; }

    /// <summary>The beacon's minor number; any when not set.</summary>
    public ushort? Minor { get; init; }

    /// <summary>What the lock screen says near the beacon. Localizable.</summary>
    public string? RelevantText { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}

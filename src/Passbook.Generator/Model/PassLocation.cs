using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A place where the pass is offered on the lock screen. A pass has at most ten.</summary>
public sealed record PassLocation
{
    private UnknownKeys? _unknown;

    /// <summary>Latitude in degrees, -90 to 90.</summary>
    public required double Latitude { get; init; }

    /// <summary>Longitude in degrees, -180 to 180.</summary>
    public required double Longitude { get; init; }

    /// <summary>Altitude in metres.</summary>
    public double? Altitude { get; init; }

    /// <summary>What the lock screen says at this place. Localizable.</summary>
    public string? RelevantText { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A place on the map.</summary>
public sealed record SemanticLocation
{
    private UnknownKeys? _unknown;

    /// <summary>Latitude in degrees, -90 to 90.</summary>
    public required double Latitude { get; init; }

    /// <summary>Longitude in degrees, -180 to 180.</summary>
    public required double Longitude { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A card under the pass that leads somewhere. A pass has at most two. iOS 27.</summary>
public sealed record FeaturedAction
{
    private UnknownKeys? _unknown;

    /// <summary>The action's name, unique in the pass.</summary>
    public required string Identifier { get; init; }

    /// <summary>What it does.</summary>
    public required FeaturedActionType Type { get; init; }

    /// <summary>Where it leads; every type but <see cref="FeaturedActionType.Place"/> needs it.</summary>
    public Uri? Url { get; init; }

    /// <summary>The place's identifier in Apple Maps, instead of an address; with a wrong one the card is not drawn.</summary>
    public string? PlaceIdentifier { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}

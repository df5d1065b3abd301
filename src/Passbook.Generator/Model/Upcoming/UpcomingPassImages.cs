using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>The images of an event still to come. iOS 26.</summary>
public sealed record UpcomingPassImages
{
    private UnknownKeys? _unknown;

    /// <summary>The image above the details.</summary>
    public UpcomingPassImage? HeaderImage { get; init; }

    /// <summary>The map of the venue.</summary>
    public UpcomingPassImage? VenueMap { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}

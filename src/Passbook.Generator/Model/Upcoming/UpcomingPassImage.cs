using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>An image of an event still to come: one to be fetched, or the one of the pass. iOS 26.</summary>
public sealed record UpcomingPassImage
{
    private UnknownKeys? _unknown;

    /// <summary>Where the image is fetched, once for each density.</summary>
    [JsonPropertyName("URLs")]
    public ValueList<RemoteImage> Urls { get; init; }

    /// <summary>True: the image of the same name in the pass is shown. False or not set: the one to be fetched.</summary>
    public bool? ReuseExisting { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}

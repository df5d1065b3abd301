using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>An event still to come that the pass is for too, such as a match of a season ticket. Poster event ticket, iOS 26.</summary>
public sealed record UpcomingPassInformation
{
    private UnknownKeys? _unknown;

    /// <summary>What comes; always an event.</summary>
    public UpcomingPassType Type { get; init; }

    /// <summary>The event's name, unique in the pass.</summary>
    public required string Identifier { get; init; }

    /// <summary>The name of the event. Localizable.</summary>
    public required string Name { get; init; }

    /// <summary>True: the event is on. False or not set: it is not.</summary>
    public bool? IsActive { get; init; }

    /// <summary>When it is; Wallet says that it is to be decided when not set.</summary>
    public UpcomingPassDate? DateInformation { get; init; }

    /// <summary>What the event is about; <see cref="SemanticTags.VenuePlaceId"/> belongs here.</summary>
    public SemanticTags? Semantics { get; init; }

    /// <summary>More about the event, shown with its details.</summary>
    public ValueList<PassField> AdditionalInfoFields { get; init; }

    /// <summary>The fields behind the details.</summary>
    public ValueList<PassField> BackFields { get; init; }

    /// <summary>The images of the event.</summary>
    public UpcomingPassImages? Images { get; init; }

    /// <summary>The buttons of the event's guide.</summary>
    [JsonPropertyName("URLs")]
    public EventGuideUrls? Urls { get; init; }

    /// <summary>The App Store identifiers of apps for the event.</summary>
    public ValueList<long> AuxiliaryStoreIdentifiers { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}

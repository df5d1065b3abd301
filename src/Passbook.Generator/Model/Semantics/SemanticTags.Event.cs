using System.Text.Json.Serialization;

namespace Passbook.Generator;

// Events: what is on, when, and what the ticket admits to.
public sealed partial record SemanticTags
{
    /// <summary>The name of the event. Localizable.</summary>
    public string? EventName { get; init; }

    /// <summary>The kind of event; it decides how a poster ticket is laid out.</summary>
    public EventType? EventType { get; init; }

    /// <summary>When the event begins.</summary>
    public PassDate? EventStartDate { get; init; }

    /// <summary>When the event begins, where the time is not certain yet. iOS 18.</summary>
    public EventDateInfo? EventStartDateInfo { get; init; }

    /// <summary>When the event ends.</summary>
    public PassDate? EventEndDate { get; init; }

    /// <summary>How long the event or journey takes, in seconds.</summary>
    public double? Duration { get; init; }

    /// <summary>What the Live Activity of a poster ticket says. Localizable. iOS 18.</summary>
    public string? EventLiveMessage { get; init; }

    /// <summary>The kind of performance, such as classical. Localizable.</summary>
    public string? Genre { get; init; }

    /// <summary>Who performs, the most important one first. Localizable.</summary>
    public ValueList<string> PerformerNames { get; init; }

    /// <summary>The performers' identifiers in Apple Music.</summary>
    [JsonPropertyName("artistIDs")]
    public ValueList<string> ArtistIds { get; init; }

    /// <summary>Identifiers of albums in Apple Music. iOS 18.</summary>
    [JsonPropertyName("albumIDs")]
    public ValueList<string> AlbumIds { get; init; }

    /// <summary>Identifiers of playlists in Apple Music. iOS 18.</summary>
    [JsonPropertyName("playlistIDs")]
    public ValueList<string> PlaylistIds { get; init; }

    /// <summary>Who the ticket is for. iOS 18.</summary>
    public string? AttendeeName { get; init; }

    /// <summary>What the ticket admits to, such as VIP. Localizable. iOS 18.</summary>
    public string? AdmissionLevel { get; init; }

    /// <summary>The same in few letters. Localizable. iOS 18.</summary>
    public string? AdmissionLevelAbbreviation { get; init; }

    /// <summary>What else the ticket says and no other tag does. Localizable. iOS 18.</summary>
    public string? AdditionalTicketAttributes { get; init; }

    /// <summary>True: the phone is asked to be silent during the event. False or not set: it is not.</summary>
    public bool? SilenceRequested { get; init; }

    /// <summary>True: visitors may celebrate in the car park. False: they may not. Not set: nothing is said. iOS 18.</summary>
    public bool? TailgatingAllowed { get; init; }

    /// <summary>Devices at the place that the guest may play to. iOS 18.</summary>
    public ValueList<AirplayDevice> Airplay { get; init; }
}

using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A way to draw a pass, for phones that know several.</summary>
[JsonConverter(typeof(NamedEnumConverter<StyleScheme>))]
public enum StyleScheme
{
    /// <summary>A poster event ticket. iOS 18.</summary>
    [JsonStringEnumMemberName("posterEventTicket")]
    PosterEventTicket,

    /// <summary>The classic event ticket.</summary>
    [JsonStringEnumMemberName("eventTicket")]
    EventTicket,

    /// <summary>A boarding pass drawn from its semantic tags. iOS 26.</summary>
    [JsonStringEnumMemberName("semanticBoardingPass")]
    SemanticBoardingPass,

    /// <summary>The classic boarding pass.</summary>
    [JsonStringEnumMemberName("boardingPass")]
    BoardingPass,
}

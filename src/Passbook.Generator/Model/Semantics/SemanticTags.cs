using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>What a pass or a field is about, in a form that Wallet and Siri can use: suggestions, maps, Live Activities.</summary>
/// <remarks>
/// The tags of Apple's "SemanticTags", by their subject in the parts of this record; each has the name and the JSON type it has there.
/// A poster event ticket (iOS 18) and a semantic boarding pass (iOS 26) are drawn from these tags; while one they need is missing,
/// Wallet draws the older look without a word. Tags that are not known here survive being read and written again.
/// </remarks>
public sealed partial record SemanticTags
{
    private UnknownKeys? _unknown;

    /// <summary>What is left on the card; store cards and the like.</summary>
    public CurrencyAmount? Balance { get; init; }

    /// <summary>What was paid.</summary>
    public CurrencyAmount? TotalPrice { get; init; }

    /// <summary>The seats, of an event or a journey.</summary>
    public ValueList<SemanticSeat> Seats { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}

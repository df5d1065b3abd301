using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A moment, or a span of time, at which the pass is offered on the lock screen. iOS 18.</summary>
/// <remarks>
/// Set either <see cref="Date"/>, or <see cref="StartDate"/> and <see cref="EndDate"/>. iOS 18 calls a single moment
/// <c>relevantDate</c>, iOS 26 <c>date</c>: both are written.
/// </remarks>
public sealed record RelevantDate
{
    private readonly AsRead<Spellings> _spellings;
    private UnknownKeys? _unknown;

    /// <summary>The moment.</summary>
    [JsonIgnore]
    public PassDate? Date
    {
        get;
        init
        {
            field = value;
            _spellings = default;
        }
    }

    /// <summary>The beginning of the span.</summary>
    public PassDate? StartDate { get; init; }

    /// <summary>The end of the span.</summary>
    public PassDate? EndDate { get; init; }

    [JsonInclude, JsonPropertyName("date")]
    internal PassDate? DateOfIos26
    {
        get => _spellings.Value is { } read ? read.OfIos26 : Date;
        init => Date = value;
    }

    // Set after the other one, wherever the two stand in the JSON: the serializer sets members in the order of their declaration.
    [JsonInclude, JsonPropertyName("relevantDate")]
    internal PassDate? DateOfIos18
    {
        get => _spellings.Value is { } read ? read.OfIos18 : Date;
        init
        {
            var spellings = new Spellings(Date, value);
            Date ??= value;
            if (spellings.OfIos26?.ToString() != spellings.OfIos18?.ToString())
                _spellings = new AsRead<Spellings>(spellings);
        }
    }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }

    private sealed record Spellings(PassDate? OfIos26, PassDate? OfIos18);
}

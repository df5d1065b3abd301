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
    private UnknownKeys? _unknown;

    /// <summary>The moment.</summary>
    public PassDate? Date { get; init; }

    /// <summary>The beginning of the span.</summary>
    public PassDate? StartDate { get; init; }

    /// <summary>The end of the span.</summary>
    public PassDate? EndDate { get; init; }

    [JsonInclude, JsonPropertyName("relevantDate")]
    internal PassDate? DateOfIos18
    {
        get => Date;
        init => Date ??= value;
    }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}

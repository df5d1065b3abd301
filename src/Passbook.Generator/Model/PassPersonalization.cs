using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>What somebody is asked for when adding a pass that becomes a personal one: the content of <c>personalization.json</c>.</summary>
/// <remarks>
/// Wallet asks only when the pass has <see cref="Pass.Nfc"/> and the images <c>personalizationLogo</c>; otherwise the file must not be
/// in the package. The answers come to the web service of the pass. Source: Apple, "Personalization".
/// </remarks>
public sealed record PassPersonalization
{
    private UnknownKeys? _unknown;

    /// <summary>What the form says about the programme. Localizable.</summary>
    public required string Description { get; init; }

    /// <summary>What must be filled in; at least one.</summary>
    public required ValueList<PersonalizationField> RequiredPersonalizationFields { get; init; }

    /// <summary>The terms to be agreed to; may hold HTML links. Localizable.</summary>
    public string? TermsAndConditions { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>The fields of a pass, by the place they stand in.</summary>
public record PassFields
{
    private UnknownKeys? _unknown;

    /// <summary>At the top right; seen in the stack of passes too. Up to three are shown.</summary>
    public ValueList<PassField> HeaderFields { get; init; }

    /// <summary>The large ones: two on a boarding pass, else one.</summary>
    public ValueList<PassField> PrimaryFields { get; init; }

    /// <summary>Below the primary fields; on a boarding pass below the auxiliary ones.</summary>
    public ValueList<PassField> SecondaryFields { get; init; }

    /// <summary>Beside or below the secondary fields, depending on the style.</summary>
    public ValueList<PassField> AuxiliaryFields { get; init; }

    /// <summary>On the back of the pass, as many as needed.</summary>
    public ValueList<PassField> BackFields { get; init; }

    /// <summary>More about the event or the poster, shown with its details. Event ticket iOS 18, poster iOS 27.</summary>
    public ValueList<PassField> AdditionalInfoFields { get; init; }

    /// <summary>In the footer of a poster. iOS 27.</summary>
    public ValueList<PassField> FooterFields { get; init; }

    /// <summary>All fields: header, primary, secondary, auxiliary, back, additional, footer.</summary>
    [JsonIgnore]
    public IEnumerable<PassField> All => HeaderFields.Concat(PrimaryFields).Concat(SecondaryFields).Concat(AuxiliaryFields).Concat(BackFields)
        .Concat(AdditionalInfoFields).Concat(FooterFields);

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}

/// <summary>The fields of a boarding pass.</summary>
public sealed record BoardingPassFields : PassFields
{
    /// <summary>The kind of journey.</summary>
    public required TransitType TransitType { get; init; }
}

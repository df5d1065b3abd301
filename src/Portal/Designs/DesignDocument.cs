using System.Collections.Immutable;
using Passbook.Generator;
using Portal.Data.Designs;

namespace Portal.Designs;

/// <summary>What a design says: a pass whose texts may hold <c>{{field}}</c>, and the fields each pass sets for itself.</summary>
/// <remarks>
/// The identifiers of <see cref="Pass"/> (pass type, team, serial number) are not the design's: the pass being rendered
/// brings them. Stored through <see cref="DesignDocumentJson"/>.
/// </remarks>
public sealed record DesignDocument
{
    /// <summary>The template.</summary>
    public required Pass Pass { get; init; }

    /// <summary>What each pass sets for itself, in the order of the form.</summary>
    public ValueList<DesignField> Fields { get; init; }

    /// <summary>The id of the field that holds whose pass it is, for lists and search.</summary>
    public string? HolderField { get; init; }

    /// <summary>The id of a date field at which the lock screen offers the pass, such as a departure.</summary>
    public string? RelevantDateField { get; init; }

    /// <summary>The id of a date field after which the pass is shown greyed, where the pass itself says nothing else.</summary>
    public string? ExpiryField { get; init; }

    /// <summary>SHA-256 of each image by its file name in the package, such as <c>icon@2x.png</c>.</summary>
    public ImmutableSortedDictionary<string, string> Images { get; init => field = value.WithComparers(StringComparer.Ordinal); } = Nothing;

    /// <summary>What the drawings of the design show for a field, canonical, by field id. No pass ever gets these.</summary>
    public ImmutableSortedDictionary<string, string> Samples { get; init => field = value.WithComparers(StringComparer.Ordinal); } = Nothing;

    private static ImmutableSortedDictionary<string, string> Nothing { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The field with this id; the first one, should a draft have two.</summary>
    public DesignField? FindField(string id)
    {
        foreach (var field in Fields)
        {
            if (string.Equals(field.Id, id, StringComparison.Ordinal))
                return field;
        }

        return null;
    }
}

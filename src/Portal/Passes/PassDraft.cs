using System.Globalization;
using Portal.Data.Passes;
using Portal.Designs;

namespace Portal.Passes;

/// <summary>A pass's values while somebody edits them.</summary>
public sealed class PassDraft(DesignDocument document, PassValues values, CultureInfo culture)
{
    private PassValues _before = values;

    public IReadOnlyList<DraftField> Fields { get; } =
        [.. document.Fields.Select(field => new DraftField(field, values.Fields.GetValueOrDefault(field.Id), culture))];

    public bool IsChanged => Fields.Any(box => box.IsChanged);

    public bool IsValid => Fields.All(box => box.Problem is null);

    /// <summary>Only what would change; null lets a field follow the design again.</summary>
    public IReadOnlyDictionary<string, string?> Edits => Fields.Where(box => box.IsChanged && box.Problem is null)
        .ToDictionary(box => box.Field.Id, box => box.Stored, StringComparer.Ordinal);

    /// <summary>The values as they would be saved.</summary>
    public PassValues Values => _before.With(Edits);

    /// <summary>Takes over what is stored now and keeps what was typed.</summary>
    public void Rebase(PassValues stored)
    {
        _before = stored;
        foreach (var field in Fields)
            field.Rebase(stored.Fields.GetValueOrDefault(field.Field.Id));
    }

    /// <summary>Puts a problem found while saving beside its field.</summary>
    public void Blame(string fieldId, string problem)
    {
        foreach (var field in Fields.Where(field => field.Field.Id == fieldId))
            field.Problem = problem;
    }
}

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

    /// <summary>The fields that somebody else saved while something else was typed here, and nobody has decided about yet.</summary>
    public IEnumerable<DraftField> Colliding => Fields.Where(box => box.Theirs is not null);

    /// <summary>The same draft under another version of the design, which was published meanwhile: what was typed stays where there is such a field still.</summary>
    public PassDraft Under(DesignDocument version)
    {
        var draft = new PassDraft(version, _before, culture);
        foreach (var box in draft.Fields)
        {
            if (Fields.FirstOrDefault(field => field.Field.Id == box.Field.Id) is { IsChanged: true } typed)
                box.Continue(typed);
        }

        return draft;
    }

    /// <summary>Takes over what is stored now and keeps what was typed.</summary>
    /// <param name="stored">What the pass sets now.</param>
    /// <param name="saves">How it came there since the last time, in order.</param>
    public void Rebase(PassValues stored, IReadOnlyList<OtherSave> saves)
    {
        foreach (var field in Fields)
            field.Rebase(stored.Fields.GetValueOrDefault(field.Field.Id), LastSaveOf(field.Field.Id, saves));
        _before = stored;
    }

    /// <summary>Puts a problem found while saving beside its field.</summary>
    public void Blame(string fieldId, string problem)
    {
        foreach (var field in Fields.Where(field => field.Field.Id == fieldId))
            field.Problem = problem;
    }

    private OtherSave? LastSaveOf(string fieldId, IReadOnlyList<OtherSave> saves)
    {
        var (text, last) = (_before.Fields.GetValueOrDefault(fieldId), (OtherSave?)null);
        foreach (var save in saves)
        {
            var next = save.Values.Fields.GetValueOrDefault(fieldId);
            if (!string.Equals(next, text, StringComparison.Ordinal))
                (text, last) = (next, save);
        }

        return last;
    }
}

using Microsoft.AspNetCore.Components;
using Portal.Data.Designs;

namespace Portal.Designs.Editing;

/// <summary>One per-pass field. Its id and kind are fixed once a version with it was published: passes are stored by them.</summary>
public sealed partial class DesignFieldEditor
{
    private static readonly (FieldKind, string)[] Kinds =
        [.. Enum.GetValues<FieldKind>().Select(kind => (kind, DesignFieldsEditor.KindName(kind)))];

    [Parameter, EditorRequired]
    public required DesignForm Form { get; set; }

    [Parameter, EditorRequired]
    public required int Index { get; set; }

    [Parameter, EditorRequired]
    public required DesignField Field { get; set; }

    private bool IsPublished => Form.Opened.PublishedNumber is not null && Form.Opened.Document.FindField(Field.Id) is not null;

    private void Put(DesignField field) => Form.PutField(Index, field);

    // A default of the old kind would not fit the new one.
    private void ChangeKind(FieldKind kind) => Put(Field with
    {
        Kind = kind,
        Default = null,
        Choices = kind is FieldKind.Choice ? Field.Choices : [],
        Currency = kind is FieldKind.Money ? Field.Currency ?? "EUR" : null,
    });

    private void ChangeChoices(string? typed) => Put(Field with
    {
        Choices = [.. (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)],
    });

    private void ChangeSample(string? stored) => Form.Change(Form.Document with
    {
        Samples = stored is null ? Form.Document.Samples.Remove(Field.Id) : Form.Document.Samples.SetItem(Field.Id, stored),
    });
}

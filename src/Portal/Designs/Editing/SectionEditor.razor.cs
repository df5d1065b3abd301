using Microsoft.AspNetCore.Components;
using Passbook.Generator;

namespace Portal.Designs.Editing;

/// <summary>The fields of one place of the pass: one of them open at a time.</summary>
public sealed partial class SectionEditor
{
    // What tells the lines apart while they move: their keys may be edited, and may be equal for a while.
    private readonly List<Guid> _keys = [];
    private Guid? _open;

    [Parameter, EditorRequired]
    public required DesignForm Form { get; set; }

    [Parameter, EditorRequired]
    public required FieldSection Section { get; set; }

    /// <summary>The anchor of a section's card.</summary>
    public static string AnchorOf(FieldSection section) => section.ToString().ToLowerInvariant();

    private ValueList<PassField> Fields => Form.Pass.Fields.In(Section);

    protected override void OnParametersSet()
    {
        while (_keys.Count < Fields.Count)
            _keys.Add(Guid.CreateVersion7());
        _keys.RemoveRange(Fields.Count, _keys.Count - Fields.Count);
    }

    // 'From (city)' says more than {{from_city}}.
    private string Named(string text) => Placeholders.Expand(
        text, id => id == Placeholders.SerialNumber ? "‹serial number›" : Form.Document.FindField(id) is { } own ? $"‹{own.Name}›" : null);

    private void Toggle(Guid key) => _open = _open == key ? null : key;

    private void Put(int index, PassField field) => Set(Fields.Put(index, field));

    private void Add()
    {
        var key = Guid.CreateVersion7();
        _keys.Add(key);
        _open = key;
        Set(Fields.Put(Fields.Count, new PassField { Key = FreeKey(), Label = "Label", Value = "Text" }));
    }

    private void Move(int index, int step)
    {
        (_keys[index], _keys[index + step]) = (_keys[index + step], _keys[index]);
        Set(Fields.Moved(index, step));
    }

    private void Remove(int index)
    {
        _keys.RemoveAt(index);
        Set(Fields.Without(index));
    }

    private void Set(ValueList<PassField> fields) => Form.ChangePass(pass => pass.With(Section, fields));

    private string FreeKey()
    {
        var taken = Form.Pass.Fields.All.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => $"field{number}").First(key => !taken.Contains(key));
    }
}

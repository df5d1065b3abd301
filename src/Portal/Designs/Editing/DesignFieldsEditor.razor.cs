using Microsoft.AspNetCore.Components;
using Passbook.Generator;
using Portal.Data.Designs;

namespace Portal.Designs.Editing;

/// <summary>The fields each pass sets for itself, and what some of them are for.</summary>
public sealed partial class DesignFieldsEditor
{
    private readonly List<Guid> _keys = [];
    private Guid? _open;

    [Parameter, EditorRequired]
    public required DesignForm Form { get; set; }

    private ValueList<DesignField> Fields => Form.Document.Fields;

    /// <summary>What staff call a kind.</summary>
    public static string KindName(FieldKind kind) => kind switch
    {
        FieldKind.Number => "Number",
        FieldKind.Money => "Amount of money",
        FieldKind.Date => "Date and time",
        FieldKind.Choice => "Choice",
        _ => "Text",
    };

    protected override void OnParametersSet()
    {
        while (_keys.Count < Fields.Count)
            _keys.Add(Guid.CreateVersion7());
        _keys.RemoveRange(Fields.Count, _keys.Count - Fields.Count);
    }

    private IReadOnlyList<(string?, string)> Choices(FieldKind? kind) =>
        [(null, "Nothing"), .. Fields.Where(field => kind is null || field.Kind == kind).Select(field => ((string?)field.Id, field.Name))];

    private void Toggle(Guid key) => _open = _open == key ? null : key;

    private void Add()
    {
        var key = Guid.CreateVersion7();
        _keys.Add(key);
        _open = key;
        var taken = Fields.Select(field => field.Id).ToHashSet(StringComparer.Ordinal);
        var id = Enumerable.Range(1, taken.Count + 1).Select(number => $"field_{number}").First(free => !taken.Contains(free));
        Form.PutField(Fields.Count, new DesignField { Id = id, Name = "New field" });
    }

    private void Move(int index, int step)
    {
        (_keys[index], _keys[index + step]) = (_keys[index + step], _keys[index]);
        Form.Change(Form.Document with { Fields = Fields.Moved(index, step) });
    }

    private void Remove(int index)
    {
        _keys.RemoveAt(index);
        Form.Change(Form.Document with { Fields = Fields.Without(index) });
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Components;
using Passbook.Generator;
using Portal.Data.Designs;

namespace Portal.Designs.Editing;

/// <summary>One field of the pass: what it says, and what the phone says when it changes.</summary>
public sealed partial class ShownFieldEditor
{
    private static readonly (DateStyle?, string)[] Dates =
    [
        (null, "Not said"), (DateStyle.None, "Hidden"), (DateStyle.Short, "Short"), (DateStyle.Medium, "Medium"), (DateStyle.Long, "Long"), (DateStyle.Full, "Full"),
    ];

    private static readonly (NumberStyle?, string)[] Numbers =
    [
        (null, "As it is"), (NumberStyle.Decimal, "With separators"), (NumberStyle.Percent, "Percentage"), (NumberStyle.SpellOut, "In words"),
    ];

    private static readonly (TextAlignment?, string)[] Alignments =
    [
        (null, "As the language"), (TextAlignment.Left, "Left"), (TextAlignment.Center, "Middle"), (TextAlignment.Right, "Right"),
    ];

    [Parameter, EditorRequired]
    public required DesignForm Form { get; set; }

    [Parameter, EditorRequired]
    public required FieldSection Section { get; set; }

    [Parameter, EditorRequired]
    public required PassField Field { get; set; }

    [Parameter]
    public EventCallback<PassField> FieldChanged { get; set; }

    private FieldKind? Kind => Placeholders.Only(Field.Value.ToString()) is { } id ? Form.Document.FindField(id)?.Kind : null;

    private IEnumerable<(string Id, string Name)> Insertable =>
        Form.Document.Fields.Select(own => (own.Id, own.Name)).Append((Placeholders.SerialNumber, "Serial number"));

    private Task Change(PassField field) => FieldChanged.InvokeAsync(field);

    // A number that was a number stays one while it reads as one.
    private Task ChangeValue(string? text) => Change(Field with
    {
        Value = Field.Value.Number is not null && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : text ?? "",
    });

    private Task Insert(string id)
    {
        var text = Field.Value.ToString();
        return ChangeValue(text is "" or "Text" ? Placeholders.For(id) : text + Placeholders.For(id));
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

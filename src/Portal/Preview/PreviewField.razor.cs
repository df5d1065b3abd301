using System.Globalization;
using Microsoft.AspNetCore.Components;
using Passbook.Generator;

namespace Portal.Preview;

/// <summary>A label and a value. A long value is made smaller first, and cut off when that is not enough.</summary>
public sealed partial class PreviewField
{
    [Parameter, EditorRequired]
    public required PassField Field { get; set; }

    [Parameter, EditorRequired]
    public required WalletText Words { get; set; }

    /// <summary>The size of the value in points.</summary>
    [Parameter]
    public double Size { get; set; } = 15;

    [Parameter]
    public double LabelSize { get; set; } = 10.5;

    /// <summary>How wide the value may be, in points.</summary>
    [Parameter]
    public double Room { get; set; } = 315;

    [Parameter]
    public TextAlignment? Align { get; set; }

    [Parameter]
    public bool LabelBelow { get; set; }

    /// <summary>True: it gives way where the row is too narrow for all.</summary>
    [Parameter]
    public bool Yields { get; set; } = true;

    private string Text => Words.Show(Field);

    private string Layout => string.Create(
        CultureInfo.InvariantCulture,
        $"--value:{TextFit.Size(Text, Room, Size, Size * (Size > 20 ? 0.5 : 0.72)):0.#};--label-size:{LabelSize:0.#};text-align:{Side}");

    private string Side => (Align ?? Field.TextAlignment) switch
    {
        TextAlignment.Center => "center",
        TextAlignment.Right => "right",
        TextAlignment.Left => "left",
        _ => "start",
    };
}

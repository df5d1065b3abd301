using System.Globalization;
using Microsoft.AspNetCore.Components;
using Passbook.Generator;

namespace Portal.Designs.Editing;

/// <summary>A colour, picked or typed as <c>#rrggbb</c> or <c>rgb(r, g, b)</c>. What cannot be read stays as it was typed.</summary>
public sealed partial class ColorBox
{
    private PassColor? _shown;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public PassColor? Color { get; set; }

    [Parameter]
    public EventCallback<PassColor?> ColorChanged { get; set; }

    /// <summary>Told whenever what is typed turns bad or good; null for good.</summary>
    [Parameter]
    public EventCallback<string?> ProblemChanged { get; set; }

    [Parameter]
    public string Placeholder { get; set; } = "Wallet decides";

    [Parameter]
    public string? Name { get; set; }

    private string Typed { get; set; } = "";

    private string? Problem { get; set; }

    private string Swatch => Color is { } color ? Hex(color) : "#ffffff";

    protected override void OnParametersSet()
    {
        if (Problem is not null || (Color == _shown && Typed.Length > 0))
            return;
        _shown = Color;
        Typed = Color is { } color ? Hex(color) : "";
    }

    private Task PickAsync(ChangeEventArgs picked) => TypeAsync(picked.Value as string ?? "");

    private async Task TypeAsync(string? typed)
    {
        Typed = typed ?? "";
        var had = Problem is not null;
        if (Typed.Trim().Length == 0)
            (Problem, _shown) = (null, null);
        else if (PassColor.TryParse(Typed, out var color))
            (Problem, _shown) = (null, color);
        else
            Problem = "Write #rrggbb, or rgb(r, g, b) with numbers from 0 to 255.";
        if (had != Problem is not null)
            await ProblemChanged.InvokeAsync(Problem);
        if (Problem is null)
            await ColorChanged.InvokeAsync(_shown);
    }

    private static string Hex(PassColor color) =>
        string.Create(CultureInfo.InvariantCulture, $"#{color.Red:x2}{color.Green:x2}{color.Blue:x2}");
}

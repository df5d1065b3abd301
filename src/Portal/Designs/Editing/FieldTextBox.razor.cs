using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Data.Designs;

namespace Portal.Designs.Editing;

/// <summary>A text typed in the language of whoever types and stored in the one canonical form of its field's kind.</summary>
public sealed partial class FieldTextBox
{
    private (string? Stored, FieldKind Kind)? _shown;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required DesignField Field { get; set; }

    /// <summary>The canonical text; null for none.</summary>
    [Parameter]
    public string? Stored { get; set; }

    [Parameter]
    public EventCallback<string?> StoredChanged { get; set; }

    /// <summary>Told whenever what is typed turns bad or good; null for good.</summary>
    [Parameter]
    public EventCallback<string?> ProblemChanged { get; set; }

    [Parameter]
    public string? Help { get; set; }

    [Parameter]
    public string? Name { get; set; }

    private string Typed { get; set; } = "";

    private string? Problem { get; set; }

    protected override void OnParametersSet()
    {
        if (_shown == (Stored, Field.Kind) || (Problem is not null && _shown?.Kind == Field.Kind))
            return;
        _shown = (Stored, Field.Kind);
        (Typed, Problem) = (Stored is null ? "" : FieldText.Show(Field, Stored, CultureInfo.CurrentCulture), null);
    }

    private async Task TypeAsync(string? typed)
    {
        Typed = typed ?? "";
        var (stored, problem) = string.IsNullOrWhiteSpace(Typed) ? (null, null) : FieldText.Read(Field, Typed, CultureInfo.CurrentCulture);
        await BlameAsync(problem);
        if (Problem is not null)
            return;
        _shown = (stored, Field.Kind);
        await StoredChanged.InvokeAsync(stored);
    }

    private async Task BlameAsync(string? problem)
    {
        var had = Problem;
        Problem = problem;
        if (had != Problem)
            await ProblemChanged.InvokeAsync(Problem);
    }
}

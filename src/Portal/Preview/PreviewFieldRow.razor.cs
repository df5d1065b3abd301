using Microsoft.AspNetCore.Components;
using Passbook.Generator;

namespace Portal.Preview;

/// <summary>Fields side by side from edge to edge. Those that need less give room to the others.</summary>
public sealed partial class PreviewFieldRow
{
    private const double Width = 315;
    private const double Gap = 12;

    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<PassField> Fields { get; set; }

    [Parameter, EditorRequired]
    public required WalletText Words { get; set; }

    private IReadOnlyList<(double Width, bool Yields)> Rooms { get; set; } = [];

    protected override void OnParametersSet()
    {
        var free = Width - Gap * (Fields.Count - 1);
        var wanted = Fields.Select(field => Math.Max(
            TextFit.Width(Words.Show(field), 15), TextFit.Width((field.Label ?? "").ToUpperInvariant(), 10.5))).ToList();
        var fair = free / Math.Max(1, Fields.Count);
        var greedy = wanted.Count(width => width > fair);
        var left = free - wanted.Where(width => width <= fair).Sum();
        Rooms = wanted.ConvertAll(width => width <= fair ? (width, greedy == 0) : (left / greedy, true));
    }
}

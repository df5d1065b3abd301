using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Portal.Activity;

/// <summary>
/// How far a change has come on its way to the phones: three arcs over each other (accepted by the push service, asked for by the
/// phone, fetched), each much wider than the one before, for whoever does not tell the colours apart, and an arc inside of them
/// for those that are settled. When every phone is past it, that becomes a tick.
/// </summary>
public sealed partial class ArrivalRing
{
    [Parameter, EditorRequired]
    public required Arrival Of { get; set; }

    /// <summary>Width and height in CSS pixels.</summary>
    [Parameter]
    public int Size { get; set; } = 24;

    private string Words => ArrivalWords.Sentence(Of);

    /// <summary>The dash of an arc on a circle of length 100; a part never looks like the whole.</summary>
    private string Dash(int count)
    {
        var share = count >= Of.Total ? 100 : Math.Min(97, Math.Max(0, count * 100.0 / Of.Total));
        return string.Create(CultureInfo.InvariantCulture, $"{share:0.##} 200");
    }
}

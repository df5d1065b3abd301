using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Data;

namespace Portal.Shell;

/// <summary>
/// How far a change has come on its way to the phones: three arcs over each other (accepted by the push service, asked for by the
/// phone, fetched), told apart by width as well as by colour. Whole and settled, it becomes a tick.
/// </summary>
public sealed partial class ArrivalRing
{
    /// <summary>How many phones are concerned.</summary>
    [Parameter, EditorRequired]
    public int Total { get; set; }

    [Parameter]
    public int Accepted { get; set; }

    [Parameter]
    public int Asked { get; set; }

    [Parameter]
    public int Fetched { get; set; }

    /// <summary>Whether a later moment confirmed it: only then is the tick drawn.</summary>
    [Parameter]
    public bool Settled { get; set; }

    /// <summary>Width and height in CSS pixels.</summary>
    [Parameter]
    public int Size { get; set; } = 24;

    private bool Whole => Total > 0 && Settled && Fetched >= Total;

    private string Words => Total switch
    {
        0 => "On no phone",
        _ when Whole => Total == 1 ? "Arrived: the phone fetched it" : $"Arrived: all {Total:N0} phones fetched it",
        1 => $"{Counted.Phones(Total)}: {Step()}",
        _ => $"{Counted.Phones(Total)}: {Accepted:N0} accepted by the push service, {Asked:N0} asked, {Fetched:N0} fetched",
    };

    private string Step() => this switch
    {
        { Fetched: > 0 } => "fetched",
        { Asked: > 0 } => "asked, not fetched yet",
        { Accepted: > 0 } => "accepted by the push service, the phone has not asked yet",
        _ => "waiting to be sent",
    };

    /// <summary>The dash of an arc on a circle of length 100; a part never looks like the whole.</summary>
    private string Dash(int count)
    {
        var share = count >= Total ? 100 : Math.Min(97, Math.Max(0, count * 100.0 / Total));
        return string.Create(CultureInfo.InvariantCulture, $"{share:0.##} 200");
    }
}

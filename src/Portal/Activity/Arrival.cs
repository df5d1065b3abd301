namespace Portal.Activity;

/// <summary>
/// How far a change has come, counted in passes on devices, each step counting those beyond it too. The words claim no more than the
/// evidence: accepted is APNs' answer, asked a list call of the device, fetched an answered package, settled the
/// device's own later tag, which says that it is past the change, be its download seen or not.
/// </summary>
public sealed record Arrival(int Total, int Accepted, int Asked, int Fetched, int Settled)
{
    public static readonly Arrival None = new(0, 0, 0, 0, 0);

    /// <summary>Whether it is a change of a design: a device counts once for each of its passes.</summary>
    public bool IsOfDesign { get; init; }

    /// <summary>Devices that cannot be pushed from here, or whose token died: they only get the change when they ask by themselves.</summary>
    public int Unreachable { get; init; }

    /// <summary>Devices whose push was given up after 24 hours.</summary>
    public int GivenUp { get; init; }

    /// <summary>Devices whose push was refused as wrong, so that it waits for the next change or for somebody who pushes again.</summary>
    public int Refused { get; init; }

    /// <summary>Whether somebody fetched it who could not be told apart from the pass's other devices.</summary>
    public bool FetchedBySomebody { get; init; }

    public bool IsWhole => Total > 0 && Fetched >= Total;

    public bool IsSettled => Total > 0 && Settled >= Total;
}

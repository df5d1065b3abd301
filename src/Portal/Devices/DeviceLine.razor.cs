using Microsoft.AspNetCore.Components;
using Portal.Data;

namespace Portal.Devices;

/// <summary>One device in the list.</summary>
public sealed partial class DeviceLine
{
    private const int MostPasses = 4;

    [Parameter, EditorRequired]
    public required DeviceRow Row { get; set; }

    /// <summary>What it has now, and what it gave back.</summary>
    private string Count
    {
        get
        {
            var has = Row.Passes.Count(pass => pass.EndedAt is null);
            var removed = Row.Passes.Count - has;
            return removed == 0 ? Counted.Passes(has) : $"{Counted.Passes(has)}, {removed:N0} removed";
        }
    }

    private IReadOnlyList<DevicePass> Shown => [.. Row.Passes.Take(MostPasses)];
}

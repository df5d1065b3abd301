using Microsoft.AspNetCore.Components;

namespace Portal.Devices;

/// <summary>One device in the list.</summary>
public sealed partial class DeviceLine
{
    private const int MostPasses = 4;

    [Parameter, EditorRequired]
    public required DeviceRow Row { get; set; }

    private IReadOnlyList<DevicePass> Shown => [.. Row.Passes.Take(MostPasses)];
}

using Microsoft.AspNetCore.Components;

namespace Portal.Devices;

/// <summary>Says how far the newest change has come on one device, or why nothing more will come.</summary>
public sealed partial class DeviceStep
{
    [Parameter, EditorRequired]
    public required DevicePass Pass { get; set; }
}

using Microsoft.AspNetCore.Components;
using Portal.Devices;

namespace Portal.Passes;

/// <summary>The devices that have a pass, each with the evidence of how far its newest state has come.</summary>
public sealed partial class PassDevices
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<DevicePass> Devices { get; set; }
}

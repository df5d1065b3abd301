namespace Portal.Activity.Pushes;

/// <summary>A pass, or a device, whose pushes can be shown alone.</summary>
/// <param name="Name">What it is called on screen.</param>
/// <param name="PassId">The pass; null for a device.</param>
/// <param name="DeviceId">The device; null for a pass.</param>
public sealed record PushLogChoice(string Name, long? PassId, long? DeviceId);

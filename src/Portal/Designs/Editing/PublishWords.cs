using Portal.Data;

namespace Portal.Designs.Editing;

/// <summary>What is said around a publication.</summary>
public static class PublishWords
{
    public static string Question(PublishPreview preview) => preview switch
    {
        { PassCount: 0 } => "No pass follows this design yet. From now on passes can be issued from it.",
        { PassCount: 1, DeviceCount: 0 } => "This updates 1 pass. It is on no device yet.",
        { DeviceCount: 0 } => $"This updates {Counted.Passes(preview.PassCount)}. None of them is on a device yet.",
        _ => $"This updates {Counted.Passes(preview.PassCount)} on {Counted.Devices(preview.DeviceCount)}.",
    };

    public static string Action(PublishPreview preview) =>
        preview.DeviceCount == 0 ? "Publish" : $"Publish and update {Counted.Devices(preview.DeviceCount)}";

    public static string Done(PublishResult result) =>
        result.DeviceCount == 0 ? "Published." : $"Published. {Counted.Devices(result.DeviceCount)} will fetch the new version.";
}

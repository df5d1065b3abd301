namespace Portal.Designs.Editing;

/// <summary>What is said around a publication.</summary>
public static class PublishWords
{
    public static string Question(PublishPreview preview) => preview switch
    {
        { PassCount: 0 } => "No pass follows this design yet. From now on passes can be issued from it.",
        { DeviceCount: 0 } => $"This updates {Words.Passes(preview.PassCount)}. None of them is on a device yet.",
        _ => $"This updates {Words.Passes(preview.PassCount)} on {Words.Devices(preview.DeviceCount)}.",
    };

    public static string Action(PublishPreview preview) =>
        preview.DeviceCount == 0 ? "Publish" : $"Publish and update {Words.Devices(preview.DeviceCount)}";

    public static string Done(PublishResult result) =>
        result.DeviceCount == 0 ? "Published." : $"Published. {Words.Devices(result.DeviceCount)} will fetch the new version.";
}

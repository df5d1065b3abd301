using Portal.Data;

namespace Portal.Designs.Editing;

/// <summary>What is said around a publication.</summary>
public static class PublishWords
{
    /// <summary>A draft saved twice is saved once, so it need not be known whether the first time did.</summary>
    public const string DraftNotSaved =
        "We do not know whether the draft was saved: the database did not answer. What you typed is still here. Before you change anything, save it again: it is saved once only.";

    public const string NotPublished = "Not published: the database did not answer. Try again.";

    public const string Unknown =
        "We do not know whether the design was published: the database did not answer. Publish it again: it is published once only.";

    public const string PublishedAlready = "This version is published already.";

    public static string Question(PublishPreview preview) => preview switch
    {
        { PassCount: 0 } => "No pass follows this design yet. From now on passes can be issued from it.",
        { PassCount: 1, DeviceCount: 0 } => "This updates 1 pass. It is on no device yet.",
        { DeviceCount: 0 } => $"This updates {Counted.Passes(preview.PassCount)}. None of them is on a device yet.",
        { PushedCount: 0 } => $"{Updates(preview)} None of them can be pushed from here yet.",
        _ when preview.PushedCount < preview.DeviceCount =>
            $"{Updates(preview)} {preview.DeviceCount - preview.PushedCount:N0} of them cannot be pushed from here yet.",
        _ => Updates(preview),
    };

    public static string Action(PublishPreview preview) =>
        preview.PushedCount == 0 ? "Publish" : $"Publish and update {Counted.Devices(preview.PushedCount)}";

    public static string Done(PublishResult result) =>
        result.DeviceCount == 0 ? "Published." : $"Published for {Counted.Devices(result.DeviceCount)}.";

    private static string Updates(PublishPreview preview) =>
        $"This updates {Counted.Passes(preview.PassCount)} on {Counted.Devices(preview.DeviceCount)}.";
}

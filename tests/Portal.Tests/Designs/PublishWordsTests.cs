using Portal.Designs;
using Portal.Designs.Editing;
using Portal.Testing.Builders;

namespace Portal.Tests.Designs;

public sealed class PublishWordsTests
{
    [Theory]
    [InlineData(0, 0, 0, "No pass follows this design yet. From now on passes can be issued from it.")]
    [InlineData(1, 0, 0, "This updates 1 pass. It is on no device yet.")]
    [InlineData(2, 0, 0, "This updates 2 passes. None of them is on a device yet.")]
    [InlineData(1, 1, 1, "This updates 1 pass on 1 device.")]
    [InlineData(3, 2, 2, "This updates 3 passes on 2 devices.")]
    [InlineData(3, 2, 1, "This updates 3 passes on 2 devices. 1 of them cannot be pushed from here yet.")]
    [InlineData(3, 2, 0, "This updates 3 passes on 2 devices. None of them can be pushed from here yet.")]
    public void The_question_counts_what_is_touched(int passes, int devices, int pushed, string words) =>
        Assert.Equal(words, PublishWords.Question(Preview(passes, devices, pushed)));

    [Theory]
    [InlineData(0, "Publish")]
    [InlineData(1, "Publish and update 1 device")]
    [InlineData(2, "Publish and update 2 devices")]
    public void The_button_counts_the_devices_that_are_pushed(int pushed, string words) =>
        Assert.Equal(words, PublishWords.Action(Preview(passes: 5, devices: 3, pushed)));

    private static PublishPreview Preview(int passes, int devices, int pushed) => new()
    {
        Draft = new DesignDraft
        {
            DesignId = 1, PassTypeId = 1, Name = "Card", PassTypeIdentifier = "pass.test.card", OrganizationName = "Test",
            Document = Documents.LoyaltyCard, Mark = new DraftMark(1, 1),
        },
        PassCount = passes,
        DeviceCount = devices,
        PushedCount = pushed,
    };
}

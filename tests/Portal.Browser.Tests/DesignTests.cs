using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;

namespace Portal.Browser.Tests;

/// <summary>From a starting design to a published one.</summary>
public sealed class DesignTests(ChromiumFixture chromium, SharedDemo demo)
{
    [Fact]
    public async Task A_design_is_chosen_changed_and_published()
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        var design = new DesignPage(session.Page);

        await design.CreateAsync("Coupon", "Spring offer");
        await design.TypeAsync("logoText", "Corner Shop");
        await design.DrawsAsync("logoText", "Corner Shop");
        await design.TypeAsync("background", "#20407a");
        await design.SaysAsync("Not saved");
        await design.PublishAsync("No pass follows this design yet.");
        await design.SaysAsync("Version 1 is published");

        await session.ScreenshotAsync("design-published");
        Assert.Empty(session.Complaints);
        Assert.DoesNotContain(session.Requests, request => request.Scheme.StartsWith("http", StringComparison.Ordinal) && !request.IsLoopback);
    }
}

using Microsoft.Playwright;
using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;

namespace Portal.Browser.Tests;

/// <summary>From a starting design to phones that show a new one.</summary>
public sealed class DesignStoryTests(ChromiumFixture chromium, SharedDemo demo)
{
    [Fact]
    public async Task A_new_design_shows_each_change_at_once_and_is_published_before_it_has_a_pass()
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        await session.Page.GotoAsync("/admin/designs/new");
        await new NewDesignPage(session.Page).CreateAsync("Store card", "Winter card");
        var design = new DesignPage(session.Page);

        await design.TypeAsync("Logo text", "Winter Coffee");
        await design.DrawsLogoTextAsync("Winter Coffee");
        await design.TypeAsync("Background", "#123456");
        await design.DrawsBackgroundAsync("rgb(18, 52, 86)");
        await session.ScreenshotAsync("design-new");

        Assert.Contains("No pass follows this design yet", await design.AskToPublishAsync(), StringComparison.Ordinal);
        await design.PublishAsync();
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task A_published_change_says_whom_it_reaches_and_reaches_them()
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        await session.Page.GotoAsync("/admin/designs");
        await new StaffPage(session.Page).IsReadyAsync();
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "Boarding pass", Exact = true }).ClickAsync();
        var design = new DesignPage(session.Page);
        await design.ShowsAsync("Boarding pass");
        await design.TypeAsync("Logo text", "Northlight Air");
        await design.DrawsLogoTextAsync("Northlight Air");
        await design.SaveDraftAsync();

        var question = await design.AskToPublishAsync();
        await session.ScreenshotAsync("design-publish", fullPage: false);
        Assert.Matches("This updates 80 passes on 6[0-9] devices", question);
        await design.PublishAsync();

        await session.Page.GotoAsync("/admin/passes");
        var passes = new PassesPage(session.Page);
        await passes.ShowInstalledAsync();
        await passes.SearchAsync("NL 77");
        await passes.OpenFirstAsync("Boarding pass");
        await new PassPage(session.Page).IsFetchedAsync();
        Assert.Empty(session.Complaints);
    }
}

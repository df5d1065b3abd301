using Microsoft.Playwright;
using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Looks;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests;

/// <summary>A saved change is found among the updates, and followed to the phone.</summary>
public sealed class UpdateTests(ChromiumFixture chromium, SharedDemo demo)
{
    [Fact]
    public async Task A_saved_change_is_an_update_that_arrives()
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        var passes = new PassesPage(session.Page);
        await session.Page.GotoAsync("/admin/passes");
        await passes.ShowInstalledAsync();
        await passes.SearchAsync("Silver");
        await passes.OpenFirstAsync("Store card");
        var pass = new PassPage(session.Page);
        await pass.TypeAsync("Points", "2468");
        await pass.SaveAsync();
        await pass.ArrivesAsync();

        await session.Page.GetByRole(AriaRole.Link, new() { Name = "Updates" }).First.ClickAsync();
        var update = session.Page.Locator("ol.changes li", new() { HasText = "→ 2468" }).First;
        await Expect(update).ToContainTextAsync("fetched");
        await update.Locator("a.pair").ClickAsync();

        await Expect(session.Page.GetByText("Every phone has it")).ToBeVisibleAsync();
        await Expect(session.Page.GetByText("1 fetched")).ToBeVisibleAsync();
        var look = new PageLook(session.Page);
        foreach (var screen in Screen.All)
        {
            await session.TurnToAsync(screen);
            await session.ScreenshotAsync("update");
            Assert.Empty(await look.WhatIsTooWideAsync());
            Assert.Equal("", await look.WhatHasNoNameAsync());
        }

        Assert.Empty(session.Complaints);
    }
}

using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;

namespace Portal.Browser.Tests.Looks;

/// <summary>What the keyboard reaches is seen to have the focus; what is clicked is not marked.</summary>
public sealed class FocusTests(ChromiumFixture chromium, SharedDemo demo)
{
    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/passes")]
    [InlineData("/admin/passes/new")]
    [InlineData("/admin/devices")]
    [InlineData("/admin/activity/pushes")]
    [InlineData("/admin/designs")]
    [InlineData("/admin/designs/new")]
    [InlineData("/admin/designs/1")]
    [InlineData("/admin/certificates")]
    [InlineData("/admin/account/password")]
    public async Task Every_stop_of_the_Tab_key_has_a_ring(string address)
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        foreach (var screen in (Screen[])[Screen.Wide, Screen.PhoneDark])
        {
            await session.TurnToAsync(screen);
            await session.Page.GotoAsync(address);
            if (await session.Page.Locator("script[src*='blazor.web']").CountAsync() > 0)
                await new StaffPage(session.Page).IsReadyAsync();
            Assert.Empty(await new FocusRing(session.Page).WhereItIsMissingAsync());
        }
    }

    [Theory]
    [InlineData("button[data-theme-toggle]")]
    [InlineData("button[aria-label='Add a field to Secondary']")]
    public async Task A_click_leaves_no_ring(string button)
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        await session.Page.GotoAsync("/admin/designs/1");
        await new StaffPage(session.Page).IsReadyAsync();

        await session.Page.Locator(button).ClickAsync();

        Assert.StartsWith("<button", await new FocusRing(session.Page).MissingHereAsync(), StringComparison.Ordinal);
    }
}

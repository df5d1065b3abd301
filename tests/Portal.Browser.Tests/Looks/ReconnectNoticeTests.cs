using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Looks;

/// <summary>While the notice of a lost connection shows, no earlier 'Saved' stands beside what was typed since.</summary>
public sealed class ReconnectNoticeTests(ChromiumFixture chromium, SharedDemo demo)
{
    [Fact]
    public async Task Messages_are_hidden_while_the_connection_is_lost()
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        await session.Page.GotoAsync("/admin/passes");
        await new StaffPage(session.Page).IsReadyAsync();
        var messages = session.Page.Locator("#mud-snackbar-container");

        foreach (var state in (string[])["show", "retrying", "failed", "rejected", "paused", "resume-failed"])
        {
            await SetAsync(state);
            await Expect(messages).ToHaveCSSAsync("display", "none");
        }

        await SetAsync("hide");
        await Expect(messages).Not.ToHaveCSSAsync("display", "none");

        Task SetAsync(string state) => session.Page.EvaluateAsync(
            "state => { document.getElementById('components-reconnect-modal').className = `reconnect components-reconnect-${state}`; }", state);
    }
}

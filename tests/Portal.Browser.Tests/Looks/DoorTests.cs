using System.Text.RegularExpressions;
using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Looks;

/// <summary>What somebody sees who is not signed in.</summary>
public sealed class DoorTests(ChromiumFixture chromium, SharedDemo demo)
{
    [Fact]
    public async Task Every_staff_page_leads_to_the_sign_in_page_and_from_there_back()
    {
        await using var session = await demo.OpenAsync(chromium, Screen.Wide);
        Assert.True(StaffPages.Guarded.Count >= 10);
        foreach (var address in StaffPages.Guarded)
        {
            await session.Page.GotoAsync(address);
            await new SignInPage(session.Page).IsShownAsync();
            await Expect(session.Page).ToHaveURLAsync(new Regex("/admin/account/sign-in\\?returnUrl=" + Regex.Escape(Uri.EscapeDataString(address)) + "$"));
        }

        Assert.DoesNotContain(session.Requests, request => request.AbsolutePath.StartsWith("/_blazor", StringComparison.Ordinal));
    }
}

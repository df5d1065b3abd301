using Microsoft.Playwright;
using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;

namespace Portal.Browser.Tests.Looks;

/// <summary>Every staff page on a desk and on a phone, in light and in dark. The pictures are kept among the test results.</summary>
public sealed class LookTests(ChromiumFixture chromium, SharedDemo demo)
{
    /// <summary>What is looked at beside the bare addresses of the pages.</summary>
    private static readonly string[] Views =
    [
        "/admin/passes?state=voided", "/admin/passes?q=nobody-is-called-this", "/admin/devices?q=nobody-is-called-this",
        "/admin/updates?progress=open", "/admin/updates?progress=late", "/admin/updates?q=nobody-is-called-this", "/admin/activity/pushes", "/admin/activity/complaints", "/admin/passes/999999", "/admin/designs/999999",
    ];

    public static TheoryData<string> Staff => [.. StaffPages.Guarded, .. Views];

    public static TheoryData<string> Open => [.. StaffPages.Open.Where(address => address is not "/admin/error"), "/admin/no-such-page"];

    [Theory]
    [MemberData(nameof(Staff))]
    public async Task A_staff_page_fits_its_screen_and_names_what_it_offers(string address)
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        await session.Page.GotoAsync(address);
        if (await session.Page.Locator("script[src*='blazor.web']").CountAsync() > 0)
            await new StaffPage(session.Page).IsReadyAsync();
        await LookAsync(session, address);
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task A_page_for_anybody_fits_its_screen_and_names_what_it_offers(string address)
    {
        await using var session = await demo.OpenAsync(chromium, Screen.Wide);
        await session.Page.GotoAsync(address);
        await LookAsync(session, address);
    }

    private static async Task LookAsync(BrowserSession session, string address)
    {
        var look = new PageLook(session.Page);
        var wrong = new List<string>();
        foreach (var screen in Screen.All)
        {
            await session.TurnToAsync(screen);
            await session.ScreenshotAsync("page" + string.Join('-', address.Split('/', '?', '=', '&')));
            wrong.AddRange(await look.WhatIsTooWideAsync(), await look.WhatHasNoNameAsync());
            // Both widths and both themes once each: the rules are the slowest of all.
            if (screen == Screen.Wide || screen == Screen.PhoneDark)
                wrong.Add(await look.WhatBreaksRulesAsync());
        }

        if (wrong.Exists(words => words.Length > 0))
            Assert.Fail(string.Join('\n', wrong.Where(words => words.Length > 0)));

        await Assertions.Expect(session.Page.Locator("h1")).ToHaveCountAsync(1);
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
        Assert.NotEmpty(await session.Page.TitleAsync());
        // The browser itself notes an answer of 404 as an error of the page; there the page says so too.
        Assert.DoesNotContain(session.Complaints, complaint => !complaint.Contains("status of 404", StringComparison.Ordinal));
        Assert.All(session.Requests.Where(request => request.Scheme is not ("data" or "blob")), request => Assert.Equal("127.0.0.1", request.Host));
    }
}

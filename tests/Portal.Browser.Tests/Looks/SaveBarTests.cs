using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Looks;

/// <summary>On a phone the form of a pass is longer than the screen, and what a save does is in sight all the same.</summary>
public sealed class SaveBarTests(ChromiumFixture chromium, SharedDemo demo)
{
    private const string IsOnTop = "box => { const r = box.getBoundingClientRect(); return box.contains(document.elementFromPoint(r.x + r.width / 2, r.bottom - 2)); }";

    public static TheoryData<string> Phones => [Screen.Phone.Name, Screen.PhoneDark.Name];

    [Theory]
    [MemberData(nameof(Phones))]
    public async Task The_button_and_the_notification_are_at_the_thumb_and_cover_no_field(string name)
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.All.Single(screen => screen.Name == name));
        var passes = new PassesPage(session.Page);
        await session.Page.GotoAsync("/admin/passes");
        await passes.ShowInstalledAsync();
        await passes.SearchAsync("NL 77");
        await passes.OpenFirstAsync("Boarding pass");
        var pass = new PassPage(session.Page);
        await Expect(pass.SaveButton).ToBeInViewportAsync(new() { Ratio = 1 });

        await pass.TypeAsync("Gate", "C99");
        await pass.ForetellsAsync("Gate changed to C99");
        await session.Page.EvaluateAsync("scrollTo(0, 0)");
        await session.ScreenshotAsync("save-bar", fullPage: false);
        await Expect(pass.SaveButton).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(session.Page.Locator("[data-part='notification']")).ToBeInViewportAsync(new() { Ratio = 1 });

        foreach (var box in await session.Page.Locator(".draft-field input[data-field]").AllAsync())
        {
            await box.FocusAsync();
            await session.Page.EvaluateAsync("scrollTo(0, 0)");
            await box.EvaluateAsync("box => box.scrollIntoView({ block: 'nearest' })");
            Assert.True(await box.EvaluateAsync<bool>(IsOnTop), await box.GetAttributeAsync("data-field"));
        }

        await session.ScreenshotAsync("save-bar-end", fullPage: false);
        Assert.Empty(session.Complaints);
    }
}

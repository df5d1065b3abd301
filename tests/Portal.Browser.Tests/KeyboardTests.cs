using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Activity;
using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests;

/// <summary>Without the mouse.</summary>
public sealed class KeyboardTests(ChromiumFixture chromium, SharedDemo demo)
{
    [Fact]
    public async Task Somebody_signs_in_finds_a_pass_and_saves_a_gate()
    {
        // The owner's account must exist, but nobody is signed in here.
        await using (await demo.OpenAsOwnerAsync(chromium, Screen.Wide))
        {
        }

        await using var session = await demo.OpenAsync(chromium, Screen.Wide);
        var (page, keyboard) = (session.Page, new Keyboard(session.Page));
        await page.GotoAsync("/admin/passes");
        await keyboard.WriteAsync(page.GetByLabel("E-mail"), Owner.Ada.Email);
        await keyboard.WriteAsync(page.GetByLabel("Password"), Owner.Ada.Password);
        await keyboard.EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }));

        var passes = new PassesPage(page);
        await passes.ShowsAsync("Passes");
        await passes.IsReadyAsync();
        await keyboard.WriteAsync(page.GetByRole(AriaRole.Searchbox), "NL 402");
        await Expect(page).ToHaveURLAsync(new Regex("q=NL"));
        await keyboard.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "On a phone" }));
        await Expect(page).ToHaveURLAsync(new Regex("q=NL.*state="));
        await keyboard.EnterAsync(passes.First("Boarding pass"));

        var pass = new PassPage(page);
        await Expect(pass.Field("Gate")).ToBeVisibleAsync();
        await keyboard.WriteAsync(pass.Field("Gate"), "B23");
        await pass.ForetellsAsync("Gate changed to B23");
        await pass.WatchAsync();
        await keyboard.EnterAsync(pass.SaveButton);

        Assert.True((await pass.ArrivesAsync())[^1] >= ArrivalStep.Fetched);
        // Nothing is left to be saved, and whoever saved is still there.
        await Expect(pass.SaveButton).ToBeDisabledAsync();
        await Expect(pass.SaveButton).ToBeFocusedAsync();
        Assert.Empty(session.Complaints);
    }

    [Theory]
    [InlineData("/admin/passes/new", "Issue this pass")]
    [InlineData("/admin/designs/new", "Create the design")]
    [InlineData("/admin/certificates", "Upload a certificate")]
    [InlineData("/admin/account/password", "Change password")]
    public async Task The_button_that_matters_is_reached(string address, string button)
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Phone);
        await session.Page.GotoAsync(address);
        await new Keyboard(session.Page).TabToAsync(session.Page.GetByRole(AriaRole.Button, new() { Name = button }));
    }

    [Fact]
    public async Task The_account_menu_opens_and_closes_and_gives_the_focus_back()
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        var (page, keyboard) = (session.Page, new Keyboard(session.Page));
        await page.GotoAsync("/admin/demo");
        var account = page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Your account") });
        var signOut = page.GetByRole(AriaRole.Button, new() { Name = "Sign out" });

        await keyboard.EnterAsync(account);
        await keyboard.TabToAsync(signOut);
        await session.ScreenshotAsync("account-menu", fullPage: false);
        await page.Keyboard.PressAsync("Escape");

        await Expect(signOut).ToBeHiddenAsync();
        await Expect(account).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("/admin/passes/1", "Void")]
    [InlineData("/admin/certificates", "Upload a certificate")]
    public async Task A_question_that_is_left_gives_the_focus_back_to_its_button(string address, string button)
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        await session.Page.GotoAsync(address);
        await new StaffPage(session.Page).IsReadyAsync();
        // The page itself moves the focus there, once.
        await Expect(session.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        await AskAndLeaveAsync(session.Page, button);
    }

    [Fact]
    public async Task A_design_that_is_saved_and_after_all_not_published_gives_the_focus_back()
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        await session.Page.GotoAsync("/admin/designs/new");
        await new NewDesignPage(session.Page).CreateAsync("Store card", "Summer card");
        var design = new DesignPage(session.Page);
        await design.TypeAsync("Logo text", "Summer Coffee");
        await design.DrawsLogoTextAsync("Summer Coffee");

        await AskAndLeaveAsync(session.Page, "Publish…");
    }

    private static async Task AskAndLeaveAsync(IPage page, string name)
    {
        var (keyboard, dialog) = (new Keyboard(page), page.GetByRole(AriaRole.Dialog));
        var button = page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

        await keyboard.EnterAsync(button);
        await Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
        await keyboard.EnterAsync(dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }));
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();
    }
}

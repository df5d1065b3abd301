using Microsoft.Playwright;
using Portal.Browser.Tests.Workspace;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Pages;

/// <summary>The door of the staff pages.</summary>
public sealed class SignInPage(IPage page)
{
    public Task IsShownAsync() => Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");

    /// <summary>Signs in and arrives where one wanted to go.</summary>
    public async Task SignInAsync(Owner owner)
    {
        await page.GetByLabel("E-mail").FillAsync(owner.Email);
        await page.GetByLabel("Password").FillAsync(owner.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public Task RefusesAsync() => Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
}

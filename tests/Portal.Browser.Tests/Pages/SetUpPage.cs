using Microsoft.Playwright;
using Portal.Browser.Tests.Workspace;

namespace Portal.Browser.Tests.Pages;

/// <summary>What the one-time link opens.</summary>
public sealed class SetUpPage(IPage page)
{
    public async Task OpenAsync(Uri link) => await page.GotoAsync(link.ToString());

    /// <summary>Makes the owner account and arrives on the dashboard, signed in.</summary>
    public async Task MakeOwnerAsync(Uri link, Owner owner)
    {
        await OpenAsync(link);
        await page.GetByLabel("Your name").FillAsync(owner.Name);
        await page.GetByLabel("E-mail").FillAsync(owner.Email);
        await page.GetByLabel("Password").FillAsync(owner.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await new StaffPage(page).ShowsAsync("Dashboard");
    }
}

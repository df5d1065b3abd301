using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Pages;

/// <summary>What all staff pages have: a title, the navigation, the account menu.</summary>
public class StaffPage(IPage page)
{
    protected IPage Page => page;

    /// <summary>Waits for the page with this title.</summary>
    public Task ShowsAsync(string title) =>
        Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(new Regex($"^\\s*{Regex.Escape(title)}"));

    /// <summary>Waits until the page answers to clicks and has loaded what it shows.</summary>
    public async Task IsReadyAsync()
    {
        // Blazor hangs its handlers on an element under a key of this name, once the page's circuit is up.
        await page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('*')].some(element => Object.keys(element).some(key => key.startsWith('_blazorEvents')))");
        await Expect(page.GetByRole(AriaRole.Status, new() { Name = "Loading" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>Goes to a place of the navigation.</summary>
    public async Task GoToAsync(string place)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Portal", Exact = true }).GetByRole(AriaRole.Link, new() { Name = place }).ClickAsync();
        await ShowsAsync(place);
    }

    public async Task SignOutAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Your account") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
    }
}

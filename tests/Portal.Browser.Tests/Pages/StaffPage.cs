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

    /// <summary>Goes to a place of the navigation, and waits until it answers: what was drawn before its circuit is drawn anew.</summary>
    public async Task GoToAsync(string place)
    {
        await IsReadyAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Portal", Exact = true }).GetByRole(AriaRole.Link, new() { Name = place }).ClickAsync();
        await ShowsAsync(place);
        await IsReadyAsync();
    }

    /// <summary>Waits until the page says that it lost the portal and has to be loaded again, and loads it.</summary>
    public async Task LoadAgainAsync()
    {
        await Expect(page.GetByText("This page lost its place on the portal and has to be loaded again. What was saved is safe; what was only typed is not.")).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { window.isOld = true; }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Load the page again" }).ClickAsync();
        await page.WaitForFunctionAsync("() => !window.isOld");
        await IsReadyAsync();
    }

    public async Task SignOutAsync()
    {
        // The menu opens before the circuit is up, but what the circuit draws anew closes it.
        await IsReadyAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Your account") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
    }
}

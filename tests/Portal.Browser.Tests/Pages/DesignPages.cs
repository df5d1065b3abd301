using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Pages;

/// <summary>Where a new design begins.</summary>
public sealed class NewDesignPage(IPage page) : StaffPage(page)
{
    /// <summary>Begins from a starting design under a name of one's own, and arrives in its editor.</summary>
    public async Task CreateAsync(string start, string name)
    {
        await IsReadyAsync();
        await Page.GetByRole(AriaRole.Radiogroup, new() { Name = "Starting design" }).GetByText(start, new() { Exact = true }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("start="));
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create the design" }).ClickAsync();
        await ShowsAsync(name);
    }
}

/// <summary>The editor of a design.</summary>
public sealed class DesignPage(IPage page) : StaffPage(page)
{
    private ILocator Card => Page.Locator("[data-part='pass']").First;

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public Task TypeAsync(string label, string text) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    /// <summary>Waits until the drawing has this background.</summary>
    public Task DrawsBackgroundAsync(string color) => Expect(Card.Locator(".pass-body")).ToHaveCSSAsync("background-color", color);

    /// <summary>Waits until the drawing shows this beside the logo.</summary>
    public Task DrawsLogoTextAsync(string text) => Expect(Card.Locator("[data-part='logoText']")).ToHaveTextAsync(text);

    public async Task SaveDraftAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
        await SaysAsync("Draft");
    }

    /// <summary>Asks to publish, and gives what the portal says first.</summary>
    public async Task<string> AskToPublishAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Publish…" }).ClickAsync();
        await Expect(Dialog).ToBeVisibleAsync();
        return await Dialog.InnerTextAsync();
    }

    /// <summary>Does it, by the button that says whom it touches.</summary>
    public async Task PublishAsync()
    {
        await Dialog.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Publish") }).ClickAsync();
        await Expect(Dialog).ToHaveCountAsync(0);
        await SaysAsync("is published");
    }

    private Task SaysAsync(string words) => Expect(Page.Locator(".stage-side").GetByRole(AriaRole.Status)).ToContainTextAsync(words);
}

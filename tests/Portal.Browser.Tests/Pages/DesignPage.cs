using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Pages;

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

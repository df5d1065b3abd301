using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Pages;

/// <summary>A design being edited.</summary>
public sealed class DesignPage(IPage page) : StaffPage(page)
{
    private ILocator Drawing => Page.Locator("aside [data-part='pass']");

    /// <summary>Makes a design from the starting design with this title, and opens it.</summary>
    public async Task CreateAsync(string start, string name)
    {
        await Page.GotoAsync("/admin/designs/new");
        await IsReadyAsync();
        await Page.Locator("label", new() { HasText = start }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^" + Regex.Escape(start)) })).ToBeCheckedAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("start="));
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create the design" }).ClickAsync();
        await ShowsAsync(name);
        await IsReadyAsync();
    }

    public Task TypeAsync(string name, string text) => Page.Locator($"input[data-name='{name}']").First.FillAsync(text);

    public Task DrawsAsync(string part, string text) => Expect(Drawing.Locator($"[data-part='{part}']")).ToHaveTextAsync(text);

    /// <summary>Publishes through the question, which has to say this.</summary>
    public async Task PublishAsync(string question)
    {
        await Page.Locator("button[data-name='publish']").ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync(question);
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Publish") }).ClickAsync();
    }

    public Task SaysAsync(string state) => Expect(Page.Locator("aside [role='status']")).ToHaveTextAsync(state);
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Pages;

/// <summary>The list of passes.</summary>
public sealed class PassesPage(IPage page) : StaffPage(page)
{
    private ILocator Rows => Page.GetByRole(AriaRole.Table).Locator("tbody").GetByRole(AriaRole.Row);

    /// <summary>Shows passes that are on a phone only.</summary>
    public async Task ShowInstalledAsync()
    {
        var chip = Page.GetByRole(AriaRole.Link, new() { Name = "On a phone" });
        await chip.ClickAsync();
        await Expect(chip).ToHaveAttributeAsync("aria-current", "page");
        await Expect(Rows.First).ToBeVisibleAsync();
    }

    public async Task SearchAsync(string words)
    {
        await Page.GetByRole(AriaRole.Searchbox).FillAsync(words);
        await Expect(Page).ToHaveURLAsync(new Regex("[?&]q="));
    }

    /// <summary>Opens the first pass of a design in the list, and says whose it is.</summary>
    public async Task<string> OpenFirstAsync(string design)
    {
        var row = Rows.Filter(new() { Has = Page.GetByRole(AriaRole.Link, new() { Name = design, Exact = true }) }).First;
        var link = row.GetByRole(AriaRole.Link).First;
        var name = (await link.InnerTextAsync()).Trim();
        await link.ClickAsync();
        await new StaffPage(Page).ShowsAsync(name);
        return name;
    }
}

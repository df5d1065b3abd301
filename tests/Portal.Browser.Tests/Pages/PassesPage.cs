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
        var chip = Page.GetByRole(AriaRole.Link, new() { Name = "On a phone", Exact = true });
        await chip.ClickAsync();
        await Expect(chip).ToHaveAttributeAsync("aria-current", "page");
        await Expect(Rows.First).ToBeVisibleAsync();
    }

    public async Task SearchAsync(string words)
    {
        await Page.GetByRole(AriaRole.Searchbox).FillAsync(words);
        await Expect(Page).ToHaveURLAsync(new Regex("[?&]q="));
    }

    /// <summary>The name of the first pass of a design in the list, which leads to it.</summary>
    public ILocator First(string design) => Rows
        .Filter(new() { Has = Page.GetByRole(AriaRole.Link, new() { Name = design, Exact = true }) }).First.Locator(".list-name");

    /// <summary>Opens the first pass of a design in the list.</summary>
    public async Task OpenFirstAsync(string design)
    {
        await First(design).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("/admin/passes/[0-9]+$"));
    }
}

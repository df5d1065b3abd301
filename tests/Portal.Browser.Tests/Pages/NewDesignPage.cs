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
        var box = Page.GetByLabel("Name", new() { Exact = true });
        await Expect(box).ToHaveValueAsync(start);
        await box.FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create the design" }).ClickAsync();
        await ShowsAsync(name);
    }
}

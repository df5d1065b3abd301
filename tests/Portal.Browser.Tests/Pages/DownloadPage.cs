using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Pages;

/// <summary>The public page of a pass.</summary>
public sealed class DownloadPage(IPage page)
{
    /// <summary>The code to scan with a phone.</summary>
    public ILocator Code => page.GetByRole(AriaRole.Img, new() { Name = "QR code of this page's address" });

    /// <summary>The button of an iPhone.</summary>
    public ILocator AddToWallet => page.GetByRole(AriaRole.Link, new() { Name = "Add to Apple Wallet" });

    public ILocator File => page.GetByRole(AriaRole.Link, new() { Name = "download the pass file" });

    public async Task OpenAsync(Uri address)
    {
        await page.GotoAsync(address.ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }
}

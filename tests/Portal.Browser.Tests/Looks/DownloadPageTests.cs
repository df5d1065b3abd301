using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Preview;
using Portal.Browser.Tests.Workspace;
using QRCoder;
using SkiaSharp;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Looks;

/// <summary>The page that a holder of a pass gets, in a browser that runs no JavaScript.</summary>
public sealed class DownloadPageTests(ChromiumFixture chromium, SharedDemo demo)
{
    private const string IPhone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    [Fact]
    public async Task On_a_computer_it_shows_a_code_that_leads_a_phone_here()
    {
        var address = await (await demo.PortalAsync()).SamplePassAsync();
        await using var session = await demo.OpenAsync(chromium, Screen.Wide, scripts: false);
        var download = new DownloadPage(session.Page);
        await download.OpenAsync(address);
        await LookAsync(session, "download");

        await session.TurnToAsync(Screen.Wide);
        using var pixels = SKBitmap.Decode(await download.Code.ScreenshotAsync());
        using var code = QRCodeGenerator.GenerateQrCode(address.ToString(), QRCodeGenerator.ECCLevel.M);
        Assert.Equal(QrPixels.Expected(code), QrPixels.Read(pixels, code, border: 4));
        await Expect(download.File).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("\\.pkpass$"));
    }

    [Fact]
    public async Task On_an_iPhone_it_offers_to_add_the_pass_and_the_package_comes()
    {
        var portal = await demo.PortalAsync();
        await using var session = await chromium.OpenAsync(portal.Address, Screen.Phone, scripts: false, userAgent: IPhone);
        var download = new DownloadPage(session.Page);
        await download.OpenAsync(await portal.SamplePassAsync());
        await LookAsync(session, "download-iphone");

        await Expect(download.Code).ToHaveCountAsync(0);
        var href = await download.AddToWallet.GetAttributeAsync("href") ?? "";
        var answer = await session.Page.APIRequest.GetAsync(new Uri(portal.Address, href).ToString());
        Assert.Equal("application/vnd.apple.pkpass", answer.Headers["content-type"]);
    }

    private static async Task LookAsync(BrowserSession session, string name)
    {
        var look = new PageLook(session.Page);
        foreach (var screen in Screen.All)
        {
            await session.TurnToAsync(screen);
            await session.ScreenshotAsync(name);
            Assert.Equal("", await look.WhatHasNoNameAsync());
        }

        Assert.Empty(session.Complaints);
    }
}

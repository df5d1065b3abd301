using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using Passbook.Generator;
using Portal.Browser.Tests.Chromium;
using Portal.Preview;
using SkiaSharp;

namespace Portal.Browser.Tests.Preview;

/// <summary>A page with nothing on it but the drawing of one pass, 345 points wide, in its own style sheet.</summary>
public sealed class PreviewSheet
{
    private const string Address = "/preview-sheet";

    private readonly IPage _page;

    private PreviewSheet(IPage page) => _page = page;

    private ILocator Card => _page.Locator("[data-part='pass']");

    /// <summary>Shows the pass as the portal's component renders it.</summary>
    public static async Task<PreviewSheet> ShowAsync(BrowserSession session, Pass pass, PreviewImages? images = null)
    {
        var drawing = await RenderAsync(pass, images ?? PreviewImages.None);
        var document = $"""
            <!DOCTYPE html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Preview</title>
            <link rel="stylesheet" href="/Portal.styles.css"></head><body style="margin:20px;background:#fff">{drawing}</body></html>
            """;
        await session.Page.RouteAsync("**" + Address, route => route.FulfillAsync(new() { ContentType = "text/html", Body = document }));
        await session.Page.GotoAsync(Address);
        await session.ScreenshotAsync($"preview-{pass.Style}-{(pass.Barcodes.IsEmpty ? "none" : pass.Barcodes[0].Format)}", fullPage: false);
        return new PreviewSheet(session.Page);
    }

    /// <summary>Where a part stands on the card, in points from its upper left corner.</summary>
    /// <param name="selector">CSS, below the card.</param>
    public async Task<Part> PartAsync(string selector)
    {
        var box = await Card.Locator(selector).First.EvaluateAsync<double[]>("""
            element => {
              const card = element.closest('[data-part="pass"]').getBoundingClientRect();
              const box = element.getBoundingClientRect();
              return [box.left - card.left, box.top - card.top, box.width, box.height].map(length => length * 345 / card.width);
            }
            """);
        return new Part(box[0], box[1], box[2], box[3]);
    }

    /// <summary>The text of a part as somebody reads it.</summary>
    public Task<string> TextAsync(string selector) => Card.Locator(selector).First.InnerTextAsync();

    /// <summary>How many parts there are.</summary>
    public Task<int> CountAsync(string selector) => Card.Locator(selector).CountAsync();

    /// <summary>The size of the letters in points.</summary>
    public Task<double> LettersAsync(string selector) =>
        Card.Locator(selector).First.EvaluateAsync<double>("element => parseFloat(getComputedStyle(element).fontSize)");

    /// <summary>The pixels of the card itself, one a point.</summary>
    public async Task<SKBitmap> PixelsAsync() => SKBitmap.Decode(await Card.ScreenshotAsync());

    /// <summary>The pixels of a part.</summary>
    public async Task<SKBitmap> PixelsAsync(string selector) => SKBitmap.Decode(await Card.Locator(selector).ScreenshotAsync());

    private static async Task<string> RenderAsync(Pass pass, PreviewImages images)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(PassPreview.Pass)] = pass,
                [nameof(PassPreview.Images)] = images,
            });
            return (await renderer.RenderComponentAsync<PassPreview>(parameters)).ToHtmlString();
        });
    }
}

/// <summary>A box on the card, in points.</summary>
public sealed record Part(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double Centre => Left + Width / 2;
}

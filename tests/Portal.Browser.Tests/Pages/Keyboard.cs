using Microsoft.Playwright;

namespace Portal.Browser.Tests.Pages;

/// <summary>Somebody who uses no mouse.</summary>
public sealed class Keyboard(IPage page)
{
    private const int MostStops = 80;

    /// <summary>Presses Tab until the element has the focus.</summary>
    public async Task TabToAsync(ILocator element)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await element.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{MostStops} times Tab did not reach {element}.");
    }

    /// <summary>Goes to the element and presses Enter there.</summary>
    public async Task EnterAsync(ILocator element)
    {
        await TabToAsync(element);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes to a field and writes over what it holds.</summary>
    public async Task WriteAsync(ILocator field, string text)
    {
        await TabToAsync(field);
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync(text);
    }
}

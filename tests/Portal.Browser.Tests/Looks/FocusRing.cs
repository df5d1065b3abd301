using Microsoft.Playwright;

namespace Portal.Browser.Tests.Looks;

/// <summary>Whether somebody without a mouse sees where on a page they are.</summary>
internal sealed class FocusRing(IPage page)
{
    private const int MostStops = 400;

    // A ring is an outline of the element or of what it stands for (a card, a label), or the frame of a text field. It has to be
    // 2 pixels wide and to have a contrast of 3 to the page (WCAG 2.1, 1.4.11). Null: the tour is over.
    private const string Missing = """
        async () => {
          const element = document.activeElement;
          const seen = window.seenStops ??= new Set();
          if (element === document.body || seen.has(element)) return null;
          seen.add(element);
          await Promise.all(document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished.catch(() => {})));
          // Not a stop of the Tab key: the page itself moves the focus to its heading once.
          if (element.tabIndex < 0 || element !== document.activeElement) return '';
          const light = (colour) => {
            const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
            const [r, g, b] = [red, green, blue].map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return alpha < 1 ? NaN : 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const page = light(getComputedStyle(document.body).backgroundColor);
          const shows = (style, width, colour) => {
            const ring = light(colour);
            return style !== 'none' && parseFloat(width) >= 2 && (Math.max(ring, page) + 0.05) / (Math.min(ring, page) + 0.05) >= 3;
          };
          for (let part = element, up = 0; part && up < 4; part = part.parentElement, up++) {
            const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(part);
            if (shows(outlineStyle, outlineWidth, outlineColor)) return '';
          }
          const frame = element.closest('.mud-input')?.querySelector('.mud-input-outlined-border');
          if (frame) {
            const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(frame);
            if (shows(borderTopStyle, borderTopWidth, borderTopColor)) return '';
          }
          return element.outerHTML.slice(0, 160);
        }
        """;

    /// <summary>Goes through the page by the Tab key, and gives every stop that has no ring.</summary>
    public async Task<IReadOnlyList<string>> WhereItIsMissingAsync()
    {
        var missing = new List<string>();
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await MissingHereAsync() is not { } words)
            {
                Assert.NotEqual(0, stop);
                return missing;
            }

            if (words.Length > 0)
                missing.Add(words);
        }

        Assert.Fail($"{MostStops} times Tab did not come around.");
        return missing;
    }

    /// <summary>What has the focus without a ring; empty when it has one, null when nothing new has the focus.</summary>
    public Task<string?> MissingHereAsync() => page.EvaluateAsync<string?>(Missing);
}

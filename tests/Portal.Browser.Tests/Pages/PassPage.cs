using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Activity;
using Portal.Testing;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Pages;

/// <summary>One pass: its fields, its drawing, its devices.</summary>
public sealed class PassPage(IPage page) : StaffPage(page)
{
    // Keeps every state the device's row goes through, from before the save on, in the page itself: a reload would lose it.
    private const string Watch = """
        () => {
          const steps = window.seenSteps = [];
          const note = () => {
            const step = document.querySelector('[data-step]')?.dataset.step;
            if (step && steps.at(-1) !== step) steps.push(step);
          };
          note();
          new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true });
        }
        """;

    /// <summary>The button that says whom it touches.</summary>
    public ILocator SaveButton => Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Save") });

    /// <summary>The pass as Wallet draws it.</summary>
    public ILocator Drawing => Page.Locator("[data-part='pass']").First;

    /// <summary>The field of the form with this name.</summary>
    public ILocator Field(string name) => Page.GetByLabel(name, new() { Exact = true });

    public async Task TypeAsync(string field, string value) => await Field(field).FillAsync(value);

    /// <summary>Waits until the page says what one phone's lock screen will show.</summary>
    public async Task ForetellsAsync(string notification)
    {
        await Expect(Page.GetByText("1 phone will show:")).ToBeVisibleAsync();
        await Expect(Page.Locator("[data-part='notification']")).ToHaveTextAsync(notification);
    }

    /// <summary>Waits until the drawing of the pass shows this value in the field with this key.</summary>
    public Task DrawsAsync(string key, string value) => Expect(Drawing.Locator($"[data-key='{key}'] [data-part='value']")).ToHaveTextAsync(value);

    /// <summary>Waits until the form and the drawing of the pass say the same, and gives it.</summary>
    public async Task<string> AgreesAsync(string field, string key)
    {
        var value = "";
        await Until.TrueAsync("form and drawing say the same", async () =>
        {
            value = await Field(field).InputValueAsync();
            return await Drawing.Locator($"[data-key='{key}'] [data-part='value']").InnerTextAsync() == value;
        });
        return value;
    }

    /// <summary>Keeps from now on what <see cref="ArrivesAsync"/> gives.</summary>
    public Task WatchAsync() => Page.EvaluateAsync(Watch);

    /// <summary>Saves by the button that says whom it touches.</summary>
    public async Task SaveAsync()
    {
        await WatchAsync();
        await Expect(SaveButton).ToHaveTextAsync("Save and update 1 phone");
        await SaveButton.ClickAsync();
    }

    /// <summary>Waits until the phone has fetched the pass, and gives the steps its row went through since the save.</summary>
    public async Task<IReadOnlyList<ArrivalStep>> ArrivesAsync()
    {
        await Expect(Page.Locator(".save .arriving")).ToBeVisibleAsync();
        await IsFetchedAsync();
        var steps = await Page.EvaluateAsync<string[]>("() => window.seenSteps");
        return [.. steps.Select(Enum.Parse<ArrivalStep>).SkipWhile(step => step >= ArrivalStep.Fetched)];
    }

    /// <summary>Waits until ring and row say that the phone has the newest state.</summary>
    public async Task IsFetchedAsync()
    {
        var ring = Page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("^On these devices") }).GetByRole(AriaRole.Img);
        await Expect(ring).ToHaveAttributeAsync("aria-label", new Regex("fetched$|fetched it$"));
        await Expect(Page.Locator("[data-step]").First).ToHaveTextAsync(new Regex("^fetched"));
    }
}

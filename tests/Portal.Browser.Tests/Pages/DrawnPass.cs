using Microsoft.Playwright;

namespace Portal.Browser.Tests.Pages;

/// <summary>A drawing of a pass, measured in points of a card that is 345 points wide.</summary>
public sealed class DrawnPass(ILocator drawing)
{
    private const string Measure = """
        (card, selector) => {
          const whole = card.getBoundingClientRect();
          const point = whole.width / 345;
          return [...card.querySelectorAll(selector)].map(part => {
            const box = part.getBoundingClientRect();
            return [(box.left - whole.left) / point, (box.top - whole.top) / point, box.width / point, box.height / point];
          });
        }
        """;

    /// <summary>Where the parts of this name are, in the order of the drawing.</summary>
    public async Task<IReadOnlyList<PartBox>> PartsAsync(string part) => await BoxesAsync($"[data-part='{part}']");

    public async Task<PartBox> PartAsync(string part) => Assert.Single(await PartsAsync(part));

    public async Task<IReadOnlyList<PartBox>> BoxesAsync(string selector) =>
        [.. (await drawing.EvaluateAsync<double[][]>(Measure, selector)).Select(box => new PartBox(box[0], box[1], box[2], box[3]))];
}

/// <summary>A place on the card in points.</summary>
public sealed record PartBox(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double Middle => Left + Width / 2;
}

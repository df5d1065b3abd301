using System.Globalization;
using Passbook.Generator;

namespace Portal.Preview;

/// <summary>The colours a phone uses for a pass, those it derives included.</summary>
internal static class PassColors
{
    private static readonly PassColor White = new(255, 255, 255);
    private static readonly PassColor Black = new(20, 20, 22);
    private static readonly PassColor Plain = new(238, 238, 240);

    public static PassColor Background(Pass pass) => pass.BackgroundColor ?? Plain;

    public static PassColor Foreground(Pass pass) => pass.ForegroundColor ?? (Luminance(Background(pass)) > 0.4 ? Black : White);

    /// <summary>The label colour as CSS; Wallet takes a weaker foreground where the pass names none.</summary>
    public static string Label(Pass pass) => pass.LabelColor is { } color
        ? color.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"rgb({Foreground(pass).Red} {Foreground(pass).Green} {Foreground(pass).Blue} / 70%)");

    /// <summary>How well two colours can be told apart (WCAG 2.2), 1 to 21.</summary>
    public static double Contrast(PassColor one, PassColor other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(PassColor color) =>
        0.2126 * Linear(color.Red) + 0.7152 * Linear(color.Green) + 0.0722 * Linear(color.Blue);

    private static double Linear(byte channel) =>
        channel / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}

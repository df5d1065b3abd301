namespace Passbook.Generator;

/// <summary>Rules about colours.</summary>
internal static class ColorRules
{
    // WCAG 2.2, success criterion 1.4.3: what text of usual size needs.
    private const double Least = 4.5;

    private static readonly double[] Linear = [.. Enumerable.Range(0, 256).Select(channel => ToLinear(channel / 255.0))];

    public static void Check(Pass pass, ProblemList problems)
    {
        if (pass.BackgroundColor is not { } background)
            return;
        CheckContrast("$.foregroundColor", "values", pass.ForegroundColor, background, problems);
        CheckContrast("$.labelColor", "labels", pass.LabelColor, background, problems);
    }

    private static void CheckContrast(string path, string what, PassColor? color, PassColor background, ProblemList problems)
    {
        if (color is { } front && Contrast(front, background) < Least)
            problems.Warning(path, PassProblemCode.ContrastLow, $"The {what} are hard to read on this background: choose a colour that is much lighter or darker.");
    }

    private static double Contrast(PassColor one, PassColor other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(PassColor color) =>
        0.2126 * Linear[color.Red] + 0.7152 * Linear[color.Green] + 0.0722 * Linear[color.Blue];

    private static double ToLinear(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
}

namespace Portal.Preview;

/// <summary>Guesses how wide a text is, for Wallet makes long values smaller before it cuts them off.</summary>
internal static class TextFit
{
    /// <summary>The width of a text in points, in a font of this size.</summary>
    public static double Width(string text, double size) => text.Sum(Share) * size;

    /// <summary>The largest size, not below <paramref name="least"/>, at which the text fits.</summary>
    public static double Size(string text, double room, double size, double least) =>
        Width(text, size) <= room ? size : Math.Max(least, Math.Floor(room / Math.Max(0.01, Width(text, 1)) * 2) / 2);

    private static double Share(char letter) => letter switch
    {
        'i' or 'l' or 'j' or 't' or 'f' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' => 0.33,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.9,
        >= 'A' and <= 'Z' => 0.7,
        >= '0' and <= '9' => 0.63,
        >= '\u2E80' => 1,
        _ => 0.6,
    };
}

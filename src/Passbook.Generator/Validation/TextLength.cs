namespace Passbook.Generator;

/// <summary>How many characters a text may have before even a wide phone cuts it off.</summary>
/// <remarks>
/// Apple names no numbers: Wallet makes a long value smaller, then ends it with an ellipsis. These are what fits into the width of
/// 345 points in the smallest letters, and four lines of a notification; a text that is longer is a warning.
/// </remarks>
internal static class TextLength
{
    public const int LogoText = 30;
    public const int Label = 40;
    public const int HeaderValue = 25;
    public const int Value = 60;
    public const int AltText = 60;
    public const int Notification = 178;

    public static void Warn(string path, int length, int most, ProblemList problems) =>
        problems.Warning(path, PassProblemCode.TextLong, $"The text has {length} characters, of which a phone shows about {most}: shorten it.");
}

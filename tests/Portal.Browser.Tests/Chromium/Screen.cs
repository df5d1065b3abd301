namespace Portal.Browser.Tests.Chromium;

/// <summary>What a person looks at.</summary>
public sealed record Screen(string Name, int Width, int Height, bool Dark = false)
{
    public static Screen Wide { get; } = new("wide", 1440, 900);

    public static Screen WideDark { get; } = new("wide-dark", 1440, 900, Dark: true);

    public static Screen Phone { get; } = new("phone", 390, 844);

    public static Screen PhoneDark { get; } = new("phone-dark", 390, 844, Dark: true);

    public static IReadOnlyList<Screen> All { get; } = [Wide, WideDark, Phone, PhoneDark];
}

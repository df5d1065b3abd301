using System.Globalization;

namespace Passbook.Generator;

/// <summary>Dates as Wallet reads them: <c>yyyy-MM-ddTHH:mm[:ss[.fff]]</c> with <c>Z</c> or an offset of exactly <c>±hh:mm</c>.</summary>
internal static class W3CDate
{
    private const string Format = "yyyy-MM-ddTHH:mm:sszzz";

    private static readonly string[] Readable =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    public static string ToText(DateTimeOffset date) => date.ToString(Format, CultureInfo.InvariantCulture);

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        date = default;
        // .NET's zzz also takes +0200 and +2; Wallet wants exactly +02:00.
        var hasZone = text.Length is > 16 and < 36 && (text[^1] == 'Z' || (text[^3] == ':' && text[^6] is '+' or '-'));
        return hasZone && DateTimeOffset.TryParseExact(
            text, Readable, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
    }

    /// <summary>The same moment without fractions of a second, which are never written: a pass read back then equals it.</summary>
    public static DateTimeOffset WholeSeconds(DateTimeOffset date) => date.AddTicks(-(date.Ticks % TimeSpan.TicksPerSecond));
}

using System.Collections.Frozen;
using System.Globalization;

namespace Passbook.Generator;

/// <summary>Languages as Apple writes them: <c>fi</c>, <c>pt-BR</c>, <c>zh-Hans</c>, <c>zh-Hant-HK</c>.</summary>
/// <remarks>
/// The list of two letters is that of ISO 639-1, one of its own because what .NET knows depends on the machine's culture data. Of
/// three letters there are thousands, and any are taken. Source: Apple, "Language and Locale IDs".
/// </remarks>
internal static class LanguageName
{
    // What an app falls back to; Apple does not say whether Wallet does.
    private const string Base = "Base";

    private const string Codes = """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa
        ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr
        ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl
        ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur
        uz ve vi vo wa wo xh yi yo za zh zu
        """;

    private static readonly FrozenSet<string> Known = Codes.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The name as Apple writes it; null when it is no language's.</summary>
    public static string? Correct(string name)
    {
        if (name == Base)
            return name;
        var parts = name.Split('-', '_');
        parts[0] = parts[0].ToLowerInvariant();
        if (!IsLanguage(parts[0]))
            return null;
        var next = 1;
        if (next < parts.Length && parts[next] is { Length: 4 } script && script.All(char.IsAsciiLetter))
            parts[next++] = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(script.ToLowerInvariant());
        if (next < parts.Length && IsRegion(parts[next]))
            parts[next] = parts[next++].ToUpperInvariant();
        return next == parts.Length ? string.Join('-', parts) : null;
    }

    private static bool IsLanguage(string code) => Known.Contains(code) || (code.Length == 3 && code.All(char.IsAsciiLetter));

    // ISO 3166, or a number of the United Nations as in es-419.
    private static bool IsRegion(string code) => (code.Length == 2 && code.All(char.IsAsciiLetter)) || (code.Length == 3 && code.All(char.IsAsciiDigit));
}

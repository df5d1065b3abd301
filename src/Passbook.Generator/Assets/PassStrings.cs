using System.Text;

namespace Passbook.Generator;

/// <summary>Writes and reads <c>pass.strings</c>, the translations of a pass's texts into one language.</summary>
/// <remarks>
/// One <c>"text" = "translation";</c> a line. Pure ASCII is written as UTF-8 without a byte order mark, anything else as UTF-16
/// little-endian with one, which is what Apple documents; UTF-8 and UTF-16 of either order are read.
/// </remarks>
public static class PassStrings
{
    /// <summary>The name of the file in a language's folder.</summary>
    public const string FileName = "pass.strings";

    // Strict: the letters of another encoding must not turn into replacements without a word.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndianUtf16 = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>Writes a file.</summary>
    /// <param name="texts">Each text of the pass with its translation; written in this order.</param>
    public static byte[] Write(IEnumerable<KeyValuePair<string, string>> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var file = new StringBuilder();
        foreach (var (text, translation) in texts)
        {
            AppendQuoted(file, text);
            file.Append(" = ");
            AppendQuoted(file, translation);
            file.Append(";\n");
        }

        var content = file.ToString();
        return Ascii.IsValid(content)
            ? Encoding.ASCII.GetBytes(content)
            : [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(content)];
    }

    /// <summary>Reads a file.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <exception cref="FormatException">
    /// The file is not <c>"text" = "translation";</c> and comments throughout (Wallet then ignores all of it), has a text twice, or
    /// is neither UTF-8 nor UTF-16 with a byte order mark.
    /// </exception>
    public static IReadOnlyDictionary<string, string> Read(ReadOnlySpan<byte> content) => new PassStringsReader(Decode(content)).Read();

    private static string Decode(ReadOnlySpan<byte> content)
    {
        try
        {
            return content switch
            {
                [0xFF, 0xFE, .. var rest] => Utf16.GetString(rest),
                [0xFE, 0xFF, .. var rest] => BigEndianUtf16.GetString(rest),
                [0xEF, 0xBB, 0xBF, .. var rest] => Utf8.GetString(rest),
                _ => Utf8.GetString(content),
            };
        }
        catch (DecoderFallbackException wrong)
        {
            throw new FormatException("The file has bytes that are no letter: save it as UTF-8.", wrong);
        }
    }

    private static void AppendQuoted(StringBuilder file, string text)
    {
        file.Append('"');
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\\' => file.Append(@"\\"),
                '"' => file.Append("\\\""),
                '\n' => file.Append(@"\n"),
                '\r' => file.Append(@"\r"),
                '\t' => file.Append(@"\t"),
                _ => file.Append(letter),
            };
        }

        file.Append('"');
    }
}

using System.Text.Json;

namespace Passbook.Generator;

/// <summary>Recognises what people and their editors put into JSON that is not part of it.</summary>
internal static class JsonBlunder
{
    /// <summary>What it is, a sentence; null for anything else.</summary>
    /// <param name="utf8Json">The text.</param>
    /// <param name="wrong">What the reader said of it.</param>
    public static string? Find(ReadOnlySpan<byte> utf8Json, JsonException wrong)
    {
        if (utf8Json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return "The file begins with a byte order mark, an invisible sign that some editors add: save it as UTF-8 without one.";
        if (utf8Json.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || utf8Json.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return "The file is saved as UTF-16: save it as UTF-8.";
        var place = JsonPlace.LineStart(utf8Json, wrong.LineNumber ?? 0) + (wrong.BytePositionInLine ?? 0);
        if (place >= utf8Json.Length)
            return null;
        var rest = utf8Json[(int)place..];
        if (rest.StartsWith("//"u8) || rest.StartsWith("/*"u8))
            return $"Line {wrong.LineNumber + 1} has a comment, which JSON does not know: remove it.";
        return rest[0] is (byte)'}' or (byte)']' && utf8Json[..(int)place].TrimEnd(" \t\r\n"u8) is [.., (byte)',']
            ? $"Before line {wrong.LineNumber + 1} closes its bracket with '{(char)rest[0]}', a comma stands after the last item: remove that comma."
            : null;
    }
}

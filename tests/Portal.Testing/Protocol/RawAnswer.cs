using System.Globalization;

namespace Portal.Testing.Protocol;

/// <summary>An answer as it stood on the wire.</summary>
public sealed record RawAnswer(int Status, IReadOnlyList<string> Headers, string Body)
{
    /// <exception cref="FormatException">That was no HTTP answer.</exception>
    public static RawAnswer Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (!text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) || end < 0)
            throw new FormatException($"Not an HTTP answer: '{text}'");
        var lines = text[..end].Split("\r\n");
        return new RawAnswer(int.Parse(lines[0].AsSpan(9, 3), CultureInfo.InvariantCulture), lines[1..], text[(end + 4)..]);
    }

    public string? Header(string name) => Headers
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim()).FirstOrDefault();
}

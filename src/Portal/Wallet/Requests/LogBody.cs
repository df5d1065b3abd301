using System.Text.Json;

namespace Portal.Wallet.Requests;

/// <summary>The lines a device posts when something was wrong for it. Untrusted text, shown as text only.</summary>
public static class LogBody
{
    /// <summary>Lines beyond these are dropped.</summary>
    public const int MostLines = 100;

    /// <summary>Characters beyond these are cut off.</summary>
    public const int LongestLine = 1_000;

    /// <summary>Reads <c>{"logs":["...", ...]}</c>.</summary>
    /// <returns>Null when it is anything else.</returns>
    public static IReadOnlyList<string>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, DeviceJson.Strict);
            if (document.RootElement.ValueKind is not JsonValueKind.Object
                || !document.RootElement.TryGetProperty(DeviceField.Logs.Name, out var logs)
                || logs.ValueKind is not JsonValueKind.Array)
                return null;

            var lines = new List<string>();
            foreach (var line in logs.EnumerateArray())
            {
                if (line.ValueKind is not JsonValueKind.String)
                    return null;
                if (lines.Count < MostLines)
                    lines.Add(Cut(line.GetString() ?? ""));
            }

            return lines;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Cut(string line)
    {
        // PostgreSQL cannot store U+0000, and half a surrogate pair is no text.
        line = line.Replace('\0', '\uFFFD');
        if (line.Length <= LongestLine)
            return line;
        return line[..(char.IsHighSurrogate(line[LongestLine - 1]) ? LongestLine - 1 : LongestLine)];
    }
}

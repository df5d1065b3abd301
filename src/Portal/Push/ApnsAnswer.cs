using System.Text.Json;

namespace Portal.Push;

/// <summary>What APNs said: the status and, for an error, the reason and moment of its JSON body.</summary>
public readonly record struct ApnsAnswer(int Status, string? Reason, DateTimeOffset? Timestamp)
{
    private const int LongestReason = 100;

    /// <summary>Reads an error body. HTML, an empty body, bytes that are no text and anything else that is not APNs' JSON give no reason.</summary>
    public static ApnsAnswer Read(int status, ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            if (!JsonDocument.TryParseValue(ref reader, out var json))
                return new ApnsAnswer(status, null, null);
            using (json)
                return json.RootElement.ValueKind is JsonValueKind.Object
                    ? new ApnsAnswer(status, Word(json.RootElement), Moment(json.RootElement))
                    : new ApnsAnswer(status, null, null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The parser leaves strings as they are: one that is no UTF-8 shows only when it is read, as an invalid operation.
            return new ApnsAnswer(status, null, null);
        }
    }

    // The word is stored, logged and shown: it has to be a word.
    private static string? Word(JsonElement body) =>
        body.TryGetProperty("reason", out var reason) && reason.ValueKind is JsonValueKind.String
            && reason.GetRawText()[1..^1] is { Length: > 0 and <= LongestReason } word && word.All(char.IsAsciiLetterOrDigit)
            ? word
            : null;

    private static DateTimeOffset? Moment(JsonElement body) =>
        body.TryGetProperty("timestamp", out var timestamp) && timestamp.ValueKind is JsonValueKind.Number
            && timestamp.TryGetInt64(out var milliseconds) && milliseconds is > 0 and < 253_402_300_799_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}

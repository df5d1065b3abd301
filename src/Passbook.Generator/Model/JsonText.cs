using System.Text.Json;
using System.Text.Unicode;

namespace Passbook.Generator;

/// <summary>Finds what is JSON by its grammar and yet no text or number: it could be read, but not looked at or written again.</summary>
internal static class JsonText
{
    /// <summary>The most values a text can have, at a glance: each but the first follows one of three marks, which texts may have too.</summary>
    public static int CountValues(ReadOnlySpan<byte> utf8Json) =>
        utf8Json.Count((byte)',') + utf8Json.Count((byte)'[') + utf8Json.Count((byte)'{');

    /// <param name="utf8Json">A text that is JSON.</param>
    /// <exception cref="JsonException">A text is no UTF-8 or has half a letter, or a number is larger than a program can hold.</exception>
    public static void RequireSound(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsText(ref reader))
                throw Unsound(utf8Json, reader.TokenStartIndex, "A text has bytes that are no letter.");
            if (reader.TokenType is JsonTokenType.Number && reader.TryGetDouble(out var number) && !double.IsFinite(number))
                throw Unsound(utf8Json, reader.TokenStartIndex, "A number is larger than any program can hold.");
        }
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return Utf8.IsValid(reader.ValueSpan);
        try
        {
            reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a letter (RFC 8259, 8.2).
            return false;
        }
    }

    private static JsonException Unsound(ReadOnlySpan<byte> utf8Json, long place, string message)
    {
        var before = utf8Json[..(int)place];
        return new JsonException(message, null, before.Count((byte)'\n'), place - before.LastIndexOf((byte)'\n') - 1);
    }
}

using System.Text.Json;

namespace Portal.Wallet.Requests;

/// <summary>JSON as devices may send it.</summary>
internal static class DeviceJson
{
    /// <summary>A name that stands there twice is an error, not the last one's gain.</summary>
    public static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>A text under either name of its field.</summary>
    /// <returns>Null when there is none; empty when it is no text, or two different ones.</returns>
    /// <exception cref="InvalidOperationException">The text is not Unicode.</exception>
    public static string? Text(JsonElement root, DeviceField field)
    {
        var has = root.TryGetProperty(field.Name, out var value);
        var hasOther = root.TryGetProperty(field.OtherName, out var other);
        if (!has && !hasOther)
            return null;
        var text = Text(has ? value : other);
        return has && hasOther && !string.Equals(text, Text(other), StringComparison.Ordinal) ? "" : text;
    }

    private static string Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString() ?? "" : "";
}

using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Portal.Data.Passes;

/// <summary>What a pass sets itself: canonical texts by field id. A field that is not here follows the design.</summary>
public sealed class PassValues
{
    public static readonly PassValues Empty = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    // The text is searched with LIKE: an accented letter has to stand in it as itself.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private PassValues(ImmutableSortedDictionary<string, string> fields) => Fields = fields;

    public ImmutableSortedDictionary<string, string> Fields { get; }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static PassValues Parse(string json) => Of(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    public static PassValues Of(IEnumerable<KeyValuePair<string, string>> fields) =>
        new(fields.ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>These values with some set and, where the new text is null, some following the design again.</summary>
    public PassValues With(IEnumerable<KeyValuePair<string, string?>> edits)
    {
        var next = Fields.ToBuilder();
        foreach (var (id, text) in edits)
        {
            if (text is null)
                next.Remove(id);
            else
                next[id] = text;
        }

        return new PassValues(next.ToImmutable());
    }

    /// <summary>The stored form, its keys in ordinal order.</summary>
    public string ToJson() => JsonSerializer.Serialize(Fields, Readable);

    public bool SameAs(PassValues other) => Fields.Count == other.Fields.Count
        && Fields.All(field => other.Fields.TryGetValue(field.Key, out var text) && string.Equals(text, field.Value, StringComparison.Ordinal));
}

using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Designs;

/// <summary>Finds and fills <c>{{field}}</c> in the texts of a design.</summary>
/// <remarks>One pass over the text: what a value brings in is never looked at again, so a value may hold <c>{{b}}</c>.</remarks>
public static partial class Placeholders
{
    /// <summary>The placeholder every design knows without a field of its own.</summary>
    public const string SerialNumber = "serialNumber";

    /// <summary>How a field is written in a text.</summary>
    public static string For(string id) => $"{{{{{id}}}}}";

    /// <summary>The parts of a text in order.</summary>
    public static IEnumerable<TextPart> Split(string text)
    {
        var position = 0;
        while (text.IndexOf("{{", position, StringComparison.Ordinal) is >= 0 and var open)
        {
            if (open > position)
                yield return new TextPart(text[position..open], TextPartKind.Literal);
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                yield return new TextPart(text[open..], TextPartKind.Broken);
                yield break;
            }

            position = close + 2;
            var id = text[(open + 2)..close].Trim();
            yield return Id().IsMatch(id)
                ? new TextPart(id, TextPartKind.Field)
                : new TextPart(text[open..position], TextPartKind.Broken);
        }

        if (position < text.Length)
            yield return new TextPart(text[position..], TextPartKind.Literal);
    }

    /// <summary>The id of the field when the text is one placeholder and nothing else.</summary>
    public static string? Only(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (!trimmed.StartsWith("{{", StringComparison.Ordinal) || !trimmed.EndsWith("}}", StringComparison.Ordinal))
            return null;
        return Split(trimmed.ToString()).ToArray() is [{ Kind: TextPartKind.Field } only] ? only.Text : null;
    }

    /// <summary>The text with every field replaced by what <paramref name="value"/> gives for its id.</summary>
    /// <param name="text">The text of the design.</param>
    /// <param name="value">The text of a field: empty when it has none, null when there is no such field (it then stays as written).</param>
    public static string Expand(string text, Func<string, string?> value)
    {
        if (!text.Contains("{{", StringComparison.Ordinal))
            return text;
        var expanded = new StringBuilder();
        foreach (var part in Split(text))
            expanded.Append(part.Kind is TextPartKind.Field ? value(part.Text) ?? For(part.Text) : part.Text);
        return expanded.ToString();
    }

    [GeneratedRegex("^[A-Za-z0-9_]{1,100}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}

/// <summary>A part of a text: for a field its id, else the text as it stands.</summary>
public readonly record struct TextPart(string Text, TextPartKind Kind);

/// <summary>What a part of a text is.</summary>
public enum TextPartKind
{
    Literal,
    Field,

    /// <summary>Begins like a placeholder and is none: <c>{{}}</c>, <c>{{a</c>, <c>{{a b}}</c>.</summary>
    Broken,
}

using System.Runtime.InteropServices;

namespace Passbook.Generator;

/// <summary>What a tag of an attributed value is.</summary>
internal enum MarkupTagKind
{
    /// <summary><c>&lt;a href="..."&gt;</c>.</summary>
    Link,

    /// <summary><c>&lt;/a&gt;</c>.</summary>
    End,

    /// <summary>Anything else that begins like a tag, also one that is not closed.</summary>
    Other,
}

/// <summary>A tag, and where its link leads.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct MarkupTag(MarkupTagKind kind, ReadOnlySpan<char> text, ReadOnlySpan<char> address)
{
    public MarkupTagKind Kind { get; } = kind;

    public ReadOnlySpan<char> Text { get; } = text;

    public ReadOnlySpan<char> Address { get; } = address;
}

/// <summary>Walks through the tags of an attributed value.</summary>
/// <remarks>A <c>&lt;</c> that neither a letter nor a slash follows is text.</remarks>
[StructLayout(LayoutKind.Auto)]
internal ref struct MarkupTags(ReadOnlySpan<char> markup)
{
    private ReadOnlySpan<char> _rest = markup;

    public MarkupTag Current { get; private set; }

    public readonly MarkupTags GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_rest.IndexOf('<') is >= 0 and var start)
        {
            _rest = _rest[start..];
            if (_rest.Length > 1 && (char.IsAsciiLetter(_rest[1]) || _rest[1] is '/' or '!'))
            {
                var end = _rest.IndexOf('>');
                Current = Read(end < 0 ? _rest : _rest[..(end + 1)]);
                _rest = end < 0 ? default : _rest[(end + 1)..];
                return true;
            }

            _rest = _rest[1..];
        }

        return false;
    }

    private static MarkupTag Read(ReadOnlySpan<char> tag)
    {
        if (tag[^1] != '>')
            return new MarkupTag(MarkupTagKind.Other, tag, default);
        var inside = tag[1..^1].Trim();
        if (inside.Equals("/a", StringComparison.OrdinalIgnoreCase))
            return new MarkupTag(MarkupTagKind.End, tag, default);
        return inside.Length > 2 && inside[0] is 'a' or 'A' && char.IsWhiteSpace(inside[1]) && TryReadAddress(inside[2..].Trim(), out var address)
            ? new MarkupTag(MarkupTagKind.Link, tag, address)
            : new MarkupTag(MarkupTagKind.Other, tag, default);
    }

    /// <summary>Reads <c>href="..."</c>, in either quotation mark or none; false when that is not all there is.</summary>
    private static bool TryReadAddress(ReadOnlySpan<char> attributes, out ReadOnlySpan<char> address)
    {
        address = default;
        const string Name = "href";
        if (!attributes.StartsWith(Name, StringComparison.OrdinalIgnoreCase))
            return false;
        var value = attributes[Name.Length..].TrimStart();
        if (value.Length == 0 || value[0] != '=')
            return false;
        value = value[1..].TrimStart();
        if (value.Length > 1 && value[0] is '"' or '\'')
        {
            if (value[1..].IndexOf(value[0]) != value.Length - 2)
                return false;
            value = value[1..^1];
        }
        else if (value.ContainsAny(' ', '\t', '\n'))
        {
            return false;
        }

        address = value.Trim();
        return true;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A colour of a pass, in sRGB.</summary>
/// <remarks>
/// Written as <c>rgb(r, g, b)</c>, the only form Apple documents. Read from that form and from <c>#rgb</c> and <c>#rrggbb</c>,
/// which Wallet takes as well: a pass that was read keeps its form, which does not count when two colours are compared.
/// </remarks>
/// <param name="Red">Red, 0 to 255.</param>
/// <param name="Green">Green, 0 to 255.</param>
/// <param name="Blue">Blue, 0 to 255.</param>
[JsonConverter(typeof(PassColorConverter)), StructLayout(LayoutKind.Auto)]
public readonly record struct PassColor(byte Red, byte Green, byte Blue)
{
    private readonly string? _asRead;

    private PassColor(PassColor color, string asRead)
        : this(color.Red, color.Green, color.Blue) => _asRead = asRead;

    /// <summary>Reads a colour.</summary>
    /// <param name="text"><c>rgb(r, g, b)</c>, <c>#rgb</c> or <c>#rrggbb</c>.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static PassColor Parse(string text) => TryParse(text, out var color)
        ? color
        : throw new FormatException($"'{text}' is not a colour: write rgb(r, g, b) with numbers from 0 to 255, or #rrggbb.");

    /// <summary>Reads a colour, or says that the text is none.</summary>
    /// <param name="text"><c>rgb(r, g, b)</c>, <c>#rgb</c> or <c>#rrggbb</c>; blanks around the parts do not matter.</param>
    /// <param name="color">The colour read.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out PassColor color)
    {
        color = default;
        var rest = text.AsSpan().Trim();
        return rest.StartsWith("#", StringComparison.Ordinal) ? TryHex(rest[1..], out color) : TryFunction(rest, out color);
    }

    /// <summary>The colour as <c>rgb(r, g, b)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"rgb({Red}, {Green}, {Blue})");

    /// <summary>True when both are the same colour, however they were written.</summary>
    /// <param name="other">The other colour.</param>
    public bool Equals(PassColor other) => (Red, Green, Blue) == (other.Red, other.Green, other.Blue);

    /// <inheritdoc/>
    public override int GetHashCode() => Red << 16 | Green << 8 | Blue;

    /// <summary>The colour as it was read, unless it was changed since.</summary>
    internal string ToJson() => TryParse(_asRead, out var before) && before == this ? _asRead : ToString();

    internal static bool TryRead(string? text, out PassColor color)
    {
        var isColor = TryParse(text, out color);
        if (isColor)
            color = new PassColor(color, text!);
        return isColor;
    }

    private static bool TryHex(ReadOnlySpan<char> digits, out PassColor color)
    {
        color = default;
        if (digits.Length is not (3 or 6)
            || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;
        color = digits.Length == 6
            ? new PassColor((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : new PassColor((byte)((value >> 8 & 0xF) * 0x11), (byte)((value >> 4 & 0xF) * 0x11), (byte)((value & 0xF) * 0x11));
        return true;
    }

    private static bool TryFunction(ReadOnlySpan<char> text, out PassColor color)
    {
        color = default;
        if (!text.StartsWith("rgb", StringComparison.OrdinalIgnoreCase))
            return false;
        text = text[3..].TrimStart();
        if (text.Length < 2 || text[0] != '(' || text[^1] != ')')
            return false;
        text = text[1..^1];
        Span<Range> parts = stackalloc Range[4];
        if (text.Split(parts, ',') != 3)
            return false;
        const NumberStyles Style = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        if (!byte.TryParse(text[parts[0]], Style, CultureInfo.InvariantCulture, out var red)
            || !byte.TryParse(text[parts[1]], Style, CultureInfo.InvariantCulture, out var green)
            || !byte.TryParse(text[parts[2]], Style, CultureInfo.InvariantCulture, out var blue))
            return false;
        color = new PassColor(red, green, blue);
        return true;
    }
}

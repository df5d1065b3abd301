using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A date of a pass: a moment and the offset from UTC it is written with.</summary>
/// <remarks>
/// A <see cref="DateTimeOffset"/> converts implicitly; fractions of a second are dropped. It is written as
/// <c>yyyy-MM-ddTHH:mm:ss±hh:mm</c> whatever the culture. One that was read is written again as it was, such as with <c>Z</c> or without
/// seconds; that does not count when two dates are compared, but their offset does. A text that is no date with its zone survives too,
/// without a <see cref="Moment"/>: Wallet ignores it.
/// </remarks>
[JsonConverter(typeof(PassDateConverter)), StructLayout(LayoutKind.Auto)]
public readonly struct PassDate : IEquatable<PassDate>, IComparable<PassDate>
{
    // Only what is not written as we would write it: most dates need no text.
    private readonly string? _text;

    private PassDate(DateTimeOffset? moment, string? text) => (Moment, _text) = (moment, text);

    /// <summary>The moment, with whole seconds; null when what was read is no date with its zone.</summary>
    public DateTimeOffset? Moment { get; }

    /// <summary>A date.</summary>
    /// <param name="date">The moment, with the offset it is written with; fractions of a second are dropped.</param>
    public static PassDate FromDateTimeOffset(DateTimeOffset date) => new(W3CDate.WholeSeconds(date), null);

    /// <summary>A date.</summary>
    /// <param name="date">The moment, with the offset it is written with; fractions of a second are dropped.</param>
    public static implicit operator PassDate(DateTimeOffset date) => FromDateTimeOffset(date);

    internal static PassDate Read(string text)
    {
        if (!W3CDate.TryParse(text, out var date))
            return new PassDate(null, text);
        var moment = FromDateTimeOffset(date);
        return moment.ToString() == text ? moment : new PassDate(moment.Moment, text);
    }

    /// <inheritdoc/>
    public bool Equals(PassDate other) => Moment is { } one && other.Moment is { } another
        ? one.EqualsExact(another)
        : Moment is null && other.Moment is null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is PassDate other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Moment is { } moment ? moment.GetHashCode() : _text?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <summary>Compares moments; what is no date comes first.</summary>
    /// <param name="other">The other date.</param>
    public int CompareTo(PassDate other) => Nullable.Compare(Moment, other.Moment);

    /// <summary>The date as it stands in the JSON.</summary>
    public override string ToString() => _text ?? W3CDate.ToText(Moment.GetValueOrDefault());

    /// <summary>True when both are the same moment with the same offset.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other date.</param>
    public static bool operator ==(PassDate left, PassDate right) => left.Equals(right);

    /// <summary>True when the dates differ.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other date.</param>
    public static bool operator !=(PassDate left, PassDate right) => !left.Equals(right);

    /// <summary>True when the first moment is before the second; false when one is no date.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other date.</param>
    public static bool operator <(PassDate left, PassDate right) => left.Moment < right.Moment;

    /// <summary>True when the first moment is after the second; false when one is no date.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other date.</param>
    public static bool operator >(PassDate left, PassDate right) => left.Moment > right.Moment;

    /// <summary>True when the first moment is not after the second; false when one is no date.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other date.</param>
    public static bool operator <=(PassDate left, PassDate right) => left.Moment <= right.Moment;

    /// <summary>True when the first moment is not before the second; false when one is no date.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other date.</param>
    public static bool operator >=(PassDate left, PassDate right) => left.Moment >= right.Moment;
}

internal sealed class PassDateConverter : JsonConverter<PassDate>
{
    public override PassDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? PassDate.Read(reader.GetString() ?? "")
            : throw new JsonException("A date is written yyyy-MM-ddTHH:mm:ss with Z or an offset such as +02:00.");

    public override void Write(Utf8JsonWriter writer, PassDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

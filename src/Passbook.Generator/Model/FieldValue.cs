using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>The value of a field: a text, a number or a date.</summary>
/// <remarks>
/// Exactly one of <see cref="Text"/>, <see cref="Number"/> and <see cref="Date"/> is set. JSON knows no dates: a text that is
/// exactly a date with its zone (<c>2026-05-01T18:30:00+02:00</c>) is a date. Texts, numbers and dates convert implicitly.
/// Two values are equal when they are written alike; numbers also when they differ only in trailing zeros.
/// </remarks>
[JsonConverter(typeof(FieldValueConverter))]
public sealed record FieldValue
{
    private readonly string? _text;

    private FieldValue(string text)
    {
        _text = text;
        Date = W3CDate.TryParse(text, out var date) ? date : null;
    }

    private FieldValue(decimal number) => Number = number;

    /// <summary>The text; null when the value is a number or a date.</summary>
    public string? Text => Date is null ? _text : null;

    /// <summary>The number, to be formatted by <see cref="PassField.NumberStyle"/> or <see cref="PassField.CurrencyCode"/>.</summary>
    public decimal? Number { get; }

    /// <summary>The date with its offset, to be formatted by the field's date and time styles.</summary>
    public DateTimeOffset? Date { get; }

    /// <summary>A text.</summary>
    /// <param name="text">The text; one that is exactly a date with its zone becomes a date.</param>
    public static FieldValue FromText(string text) => new(text);

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static FieldValue FromNumber(decimal number) => new(number);

    /// <summary>A date; fractions of a second are dropped.</summary>
    /// <param name="date">The date with the offset it is written with.</param>
    public static FieldValue FromDate(DateTimeOffset date) => new(W3CDate.ToText(date));

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator FieldValue(string text) => FromText(text);

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator FieldValue(decimal number) => FromNumber(number);

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator FieldValue(int number) => FromNumber(number);

    /// <summary>A date; fractions of a second are dropped.</summary>
    /// <param name="date">The date.</param>
    public static implicit operator FieldValue(DateTimeOffset date) => FromDate(date);

    /// <summary>The value as it stands in the JSON, without quotation marks.</summary>
    public override string ToString() => _text ?? Number.GetValueOrDefault().ToString(CultureInfo.InvariantCulture);

    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (Number is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue(_text);
    }
}

internal sealed class FieldValueConverter : JsonConverter<FieldValue>
{
    public override FieldValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => FieldValue.FromText(reader.GetString() ?? ""),
            JsonTokenType.Number when reader.TryGetDecimal(out var number) => FieldValue.FromNumber(number),
            JsonTokenType.Number => throw new JsonException("The number is too large."),
            _ => throw new JsonException("A field's value is a text, a number or a date."),
        };

    public override void Write(Utf8JsonWriter writer, FieldValue value, JsonSerializerOptions options) => value.WriteTo(writer);
}

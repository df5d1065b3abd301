using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

internal sealed class PassColorConverter : JsonConverter<PassColor>
{
    public override PassColor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PassColor.TryParse(reader.GetString(), out var color)
            ? color
            : throw new JsonException("A colour is written rgb(r, g, b) or #rrggbb.");

    public override void Write(Utf8JsonWriter writer, PassColor value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

internal sealed class W3CDateConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && W3CDate.TryParse(reader.GetString(), out var date)
            ? date
            : throw new JsonException("A date is written yyyy-MM-ddTHH:mm:ss with Z or an offset such as +02:00.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(W3CDate.ToText(value));
}

/// <summary>Enumerations by the names Apple gives their values, never by number.</summary>
internal sealed class NamedEnumConverter<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;

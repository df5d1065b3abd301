using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

internal sealed class PassColorConverter : JsonConverter<PassColor>
{
    public override PassColor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PassColor.TryRead(reader.GetString(), out var color)
            ? color
            : throw new JsonException("A colour is written rgb(r, g, b) or #rrggbb.");

    public override void Write(Utf8JsonWriter writer, PassColor value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToJson());
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

internal sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
{
    public override bool HandleNull => true;

    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A list is expected here.");
        // The item's converter, not the serializer again, which would count places in the text from the beginning of the item.
        var item = (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null)
                throw new JsonException("A list holds no null.");
            items.Add(item.Read(ref reader, typeof(T), options) ?? throw new JsonException("A list holds no null."));
        }

        return new ValueList<T>([.. items], isRead: true);
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        var converter = (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
        writer.WriteStartArray();
        foreach (var item in value)
            converter.Write(writer, item, options);
        writer.WriteEndArray();
    }
}

internal sealed class ValueListConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    // The list itself makes its converter, so that no type has to be built by reflection (ahead-of-time compilation).
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A struct needs no constructor to exist.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        ((IValueList)RuntimeHelpers.GetUninitializedObject(typeToConvert)).CreateConverter();
}

internal interface IValueList
{
    /// <summary>Not for a list that was never set: nothing is written that was not set.</summary>
    bool IsWritten { get; }

    JsonConverter CreateConverter();
}

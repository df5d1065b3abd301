using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Designs;

/// <summary>Hands a document from prerendering to the circuit in its stored form, whatever the options there.</summary>
internal sealed class DocumentAsText : JsonConverter<DesignDocument>
{
    public override DesignDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DesignDocumentJson.Read(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, DesignDocument value, JsonSerializerOptions options) =>
        writer.WriteStringValue(DesignDocumentJson.Write(value));
}

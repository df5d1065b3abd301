using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Passbook.Generator;
using Portal.Data.Designs;

namespace Portal.Designs;

/// <summary>Writes and reads the stored form of a design: the template exactly as a <c>pass.json</c>, ours around it.</summary>
public static class DesignDocumentJson
{
    private static readonly JsonSerializerOptions Options = new(PassJson.Options)
    {
        TypeInfoResolverChain = { new DefaultJsonTypeInfoResolver() },
        Converters = { new JsonStringEnumConverter<FieldKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The document as JSON text; equal documents give equal texts.</summary>
    public static string Write(DesignDocument document) => JsonSerializer.Serialize(document, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no design.</exception>
    public static DesignDocument Read(string json) =>
        JsonSerializer.Deserialize<DesignDocument>(json, Options) ?? throw new JsonException("A design is a JSON object, not null.");
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Passbook.Generator;

/// <summary>Writes and reads <c>pass.json</c>, and <c>personalization.json</c>.</summary>
/// <remarks>
/// Compact UTF-8; nothing that was not set; dates as <c>yyyy-MM-ddTHH:mm:ss±hh:mm</c> whatever the culture; colours as
/// <c>rgb(r, g, b)</c>; a legacy <c>barcode</c> beside <c>barcodes</c> where iOS 8 would know the format. What was read and not changed
/// is written again as it was, with its own spelling of dates and colours and with keys and values that are not known here.
/// </remarks>
public static class PassJson
{
    /// <summary>The options everything is written and read with; read-only.</summary>
    /// <remarks>
    /// They know the types of a pass only. To embed a pass in a document of your own, copy them and add a resolver for your types:
    /// <c>new JsonSerializerOptions(PassJson.Options) { TypeInfoResolverChain = { yours } }</c>.
    /// </remarks>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>Writes a pass.</summary>
    /// <param name="pass">The pass; it is not validated.</param>
    /// <exception cref="ArgumentException">A number is infinite or none (NaN), which JSON cannot hold.</exception>
    /// <exception cref="JsonException">A value of an enumeration is none of Apple's, and was not read either.</exception>
    public static byte[] Serialize(Pass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return JsonSerializer.SerializeToUtf8Bytes(pass, OfPass);
    }

    /// <summary>Writes a personalization.</summary>
    /// <param name="personalization">The personalization; it is not validated.</param>
    /// <exception cref="JsonException">A value of an enumeration is none of Apple's, and was not read either.</exception>
    public static byte[] Serialize(PassPersonalization personalization)
    {
        ArgumentNullException.ThrowIfNull(personalization);
        return JsonSerializer.SerializeToUtf8Bytes(personalization, OfPersonalization);
    }

    /// <summary>Reads a pass.</summary>
    /// <param name="utf8Json">The JSON in UTF-8, without a byte order mark.</param>
    /// <exception cref="JsonException">
    /// The text is no JSON, a required key is missing, a key stands there twice or a value is not of its type;
    /// <see cref="JsonException.Path"/> tells where.
    /// </exception>
    public static Pass Deserialize(ReadOnlySpan<byte> utf8Json) => Read(utf8Json, OfPass);

    /// <summary>Reads a personalization.</summary>
    /// <param name="utf8Json">The JSON in UTF-8, without a byte order mark.</param>
    /// <exception cref="JsonException">As with <see cref="Deserialize"/>.</exception>
    public static PassPersonalization DeserializePersonalization(ReadOnlySpan<byte> utf8Json) => Read(utf8Json, OfPersonalization);

    private static JsonTypeInfo<Pass> OfPass { get; } = (JsonTypeInfo<Pass>)Options.GetTypeInfo(typeof(Pass));

    private static JsonTypeInfo<PassPersonalization> OfPersonalization { get; } =
        (JsonTypeInfo<PassPersonalization>)Options.GetTypeInfo(typeof(PassPersonalization));

    private static T Read<T>(ReadOnlySpan<byte> utf8Json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            var value = JsonSerializer.Deserialize(utf8Json, type) ?? throw new JsonException("A JSON object is expected, not null.");
            JsonText.RequireSound(utf8Json);
            return value;
        }
        catch (JsonException wrong)
        {
            var path = JsonPlace.PathAt(utf8Json, wrong.LineNumber ?? 0, wrong.BytePositionInLine ?? 0);
            throw new JsonException(JsonBlunder.Find(utf8Json, wrong) ?? Humanize(wrong.Message), path, wrong.LineNumber, wrong.BytePositionInLine, wrong);
        }
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(PassJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            TypeInfoResolver = PassJsonContext.Default.WithAddedModifier(SortTags).WithAddedModifier(LeaveOutUnsetLists),
        };
        options.MakeReadOnly();
        return options;
    }

    // Their record is in several files, which the compiler may take in any order: the JSON is the same everywhere.
    private static void SortTags(JsonTypeInfo type)
    {
        if (type.Type != typeof(SemanticTags))
            return;
        var sorted = type.Properties.OrderBy(property => property.Name, StringComparer.Ordinal).ToArray();
        for (var order = 0; order < sorted.Length; order++)
            sorted[order].Order = order;
    }

    private static void LeaveOutUnsetLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType.IsAssignableTo(typeof(IValueList)))
                property.ShouldSerialize = static (_, value) => value is IValueList { IsWritten: true };
        }
    }

    // The serializer speaks of .NET types, and ends its messages with the place it believes to be in.
    private static string Humanize(string message)
    {
        if (message.IndexOf(" Path: $", StringComparison.Ordinal) is > 0 and var end)
            message = message[..end];
        const string Missing = "missing required properties including: ";
        if (message.IndexOf(Missing, StringComparison.Ordinal) is > 0 and var start)
            return $"These keys are missing: {message[(start + Missing.Length)..]}";
        return message.Contains("could not be converted to", StringComparison.Ordinal) ? "The value is not of the kind that belongs here." : message;
    }
}

using System.Text.Json.Serialization;

namespace Passbook.Generator;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(W3CDateConverter)])]
[JsonSerializable(typeof(Pass))]
[JsonSerializable(typeof(PassBarcode))]
[JsonSerializable(typeof(PassLocation))]
[JsonSerializable(typeof(PassBeacon))]
[JsonSerializable(typeof(RelevantDate))]
[JsonSerializable(typeof(PassField))]
[JsonSerializable(typeof(DataDetectorType))]
[JsonSerializable(typeof(long))]
internal sealed partial class PassJsonContext : JsonSerializerContext;

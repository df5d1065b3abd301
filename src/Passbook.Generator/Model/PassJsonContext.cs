using System.Text.Json.Serialization;

namespace Passbook.Generator;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Pass))]
[JsonSerializable(typeof(PassPersonalization))]
[JsonSerializable(typeof(PassBarcode))]
[JsonSerializable(typeof(PassLocation))]
[JsonSerializable(typeof(PassBeacon))]
[JsonSerializable(typeof(RelevantDate))]
[JsonSerializable(typeof(PassField))]
[JsonSerializable(typeof(DataDetectorType))]
[JsonSerializable(typeof(StyleScheme))]
[JsonSerializable(typeof(FeaturedAction))]
[JsonSerializable(typeof(UpcomingPassInformation))]
[JsonSerializable(typeof(RemoteImage))]
[JsonSerializable(typeof(SemanticSeat))]
[JsonSerializable(typeof(AirplayDevice))]
[JsonSerializable(typeof(WifiNetwork))]
[JsonSerializable(typeof(SecurityProgram))]
[JsonSerializable(typeof(PassengerCapability))]
[JsonSerializable(typeof(PersonalizationField))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(string))]
internal sealed partial class PassJsonContext : JsonSerializerContext;

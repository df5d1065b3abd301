using System.Text.Json.Serialization;

namespace Wallet.Simulator.Phones;

/// <summary>How phones are written to a file.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(KeptPhones))]
internal sealed partial class PhoneJson : JsonSerializerContext;

/// <summary>The phones of one workspace.</summary>
internal sealed record KeptPhones(string Workspace, IReadOnlyList<PhoneState>? Phones);

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wallet.Simulator.Phones;

/// <summary>How phones are written to a file.</summary>
/// <remarks>Without a generated context: that one gives an absent property the default of its type, not the one it is declared with.</remarks>
internal static class PhoneJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };
}

/// <summary>The phones of one workspace.</summary>
internal sealed record KeptPhones(string Workspace, IReadOnlyList<PhoneState>? Phones);

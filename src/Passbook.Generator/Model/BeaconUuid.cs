using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>The identifier of a group of beacons. A <see cref="Guid"/> converts implicitly.</summary>
/// <remarks>One that was read is written again in its own letter case, which does not count when two are compared.</remarks>
[JsonConverter(typeof(BeaconUuidConverter))]
public readonly record struct BeaconUuid
{
    private readonly string? _asRead;

    private BeaconUuid(Guid value, string? asRead) => (Value, _asRead) = (value, asRead);

    /// <summary>The identifier.</summary>
    public Guid Value { get; }

    /// <summary>An identifier.</summary>
    /// <param name="value">The identifier.</param>
    public static BeaconUuid FromGuid(Guid value) => new(value, null);

    /// <summary>An identifier.</summary>
    /// <param name="value">The identifier.</param>
    public static implicit operator BeaconUuid(Guid value) => FromGuid(value);

    /// <summary>True when both are the same identifier, in whatever letter case they were written.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(BeaconUuid other) => Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The identifier in groups of hexadecimal digits.</summary>
    public override string ToString() => _asRead ?? Value.ToString("D");

    internal static bool TryRead(string? text, out BeaconUuid uuid)
    {
        var isUuid = Guid.TryParseExact(text, "D", out var value);
        uuid = isUuid ? new BeaconUuid(value, text!) : default;
        return isUuid;
    }
}

internal sealed class BeaconUuidConverter : JsonConverter<BeaconUuid>
{
    public override BeaconUuid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && BeaconUuid.TryRead(reader.GetString(), out var uuid)
            ? uuid
            : throw new JsonException("A beacon's identifier is a UUID such as 5a4bcfce-174e-4bac-a814-092e77f6b7e5.");

    public override void Write(Utf8JsonWriter writer, BeaconUuid value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>The names Apple gives the values of an enumeration.</summary>
/// <remarks>
/// Apple adds values with every iOS. One that is not known here is given a number of its own when it is first read, so that it can be
/// told from others and is written again by its name. The numbers mean nothing beyond this process.
/// </remarks>
internal static class NamedEnum<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>
    where T : struct, Enum
{
    // What strangers send must not fill the memory: Apple adds a handful of values a year.
    private const int MostUnknown = 1000;
    private const int LongestUnknown = 100;
    private const int FirstUnknown = 1_000_000;

    private static readonly ConcurrentDictionary<string, T> Values = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<T, string> Names = new();
    private static readonly Lock Gate = new();
    private static int _unknown;

    static NamedEnum()
    {
        foreach (var field in typeof(T).GetFields())
        {
            if (field.IsLiteral && field.GetCustomAttributes(typeof(JsonStringEnumMemberNameAttribute), inherit: false) is [JsonStringEnumMemberNameAttribute named])
                Add(named.Name, Enum.Parse<T>(field.Name));
        }
    }

    /// <summary>The name of a value, also of one that is known by having been read only; null when it is neither.</summary>
    public static string? NameOf(T value) => Names.GetValueOrDefault(value);

    /// <summary>The value of a name; a new one when the name is not known.</summary>
    /// <exception cref="JsonException">It is not known, and no name at all or one too many.</exception>
    public static T ValueOf(string? name)
    {
        if (name is not null && Values.TryGetValue(name, out var known))
            return known;
        if (name is not { Length: > 0 and <= LongestUnknown })
            throw new JsonException("The value is none of those that belong here.");
        lock (Gate)
        {
            if (Values.TryGetValue(name, out known))
                return known;
            if (_unknown == MostUnknown)
                throw new JsonException("The value is none of those that belong here, and too many such have been read.");
            return Add(name, (T)Enum.ToObject(typeof(T), FirstUnknown + _unknown++));
        }
    }

    private static T Add(string name, T value)
    {
        Names[value] = name;
        Values[name] = value;
        return value;
    }
}

/// <summary>Enumerations by the names Apple gives their values, never by number.</summary>
internal sealed class NamedEnumConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? NamedEnum<T>.ValueOf(reader.GetString())
            : throw new JsonException("A name is expected here.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(NamedEnum<T>.NameOf(value) ?? throw new JsonException($"{typeof(T).Name} has no value {value}."));
}

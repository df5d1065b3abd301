using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>The names Apple gives the values of an enumeration.</summary>
/// <remarks>
/// Apple adds values with every iOS. One that is not known here is given a number of its own when it is first read, so that it can be
/// told from others and is written again by its name. The numbers mean nothing beyond this process. Somebody who sends a flood of
/// names only spoils the writing of unknown ones: those that do not fit any more are all one value without a name.
/// </remarks>
internal static class NamedEnum<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>
    where T : struct, Enum
{
    // What strangers send must not fill the memory: Apple adds a handful of values a year.
    private const int MostUnknown = 1000;
    private const int LongestUnknown = 100;
    private const int FirstUnknown = 1_000_000;
    private const int Nameless = -1;

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

    /// <summary>The name of a value, also of one that is known by having been read only; null when it has none.</summary>
    public static string? NameOf(T value) => Names.GetValueOrDefault(value);

    /// <summary>The value of a name; a new one when the name is not known.</summary>
    public static T ValueOf(string name)
    {
        if (Values.TryGetValue(name, out var known))
            return known;
        lock (Gate)
        {
            if (Values.TryGetValue(name, out known))
                return known;
            return name.Length > LongestUnknown || _unknown == MostUnknown
                ? (T)Enum.ToObject(typeof(T), Nameless)
                : Add(name, (T)Enum.ToObject(typeof(T), FirstUnknown + _unknown++));
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
            ? NamedEnum<T>.ValueOf(reader.GetString() ?? "")
            : throw new JsonException("A name is expected here.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(NamedEnum<T>.NameOf(value) ?? throw new JsonException($"{typeof(T).Name} has no name for {value}."));
}

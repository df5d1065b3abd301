using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Passbook.Generator;

/// <summary>What belongs to a key of <c>pass.json</c>, in words.</summary>
internal static class JsonKind
{
    /// <summary>The type of a list's items; null when it is no list.</summary>
    public static Type? ItemOf(Type type)
    {
        var list = Plain(type);
        return list.IsGenericType && list.GetGenericTypeDefinition() == typeof(ValueList<>) ? list.GetGenericArguments()[0] : null;
    }

    public static string CodeOf(Type type) =>
        Plain(type) == typeof(PassColor) ? PassProblemCode.ColorInvalid : PassProblemCode.ValueInvalid;

    /// <param name="type">What belongs there.</param>
    /// <param name="value">What stands there.</param>
    public static string SentenceOf(JsonTypeInfo type, JsonElement value)
    {
        var plain = Plain(type.Type);
        if (plain == typeof(PassColor))
            return "Wallet cannot read this as a colour: write it as rgb(60, 30, 20) with three numbers from 0 to 255.";
        if (value.ValueKind is JsonValueKind.Number && ProblemOf(plain, value) is { } sentence)
            return sentence;
        return $"The value is not of the kind that belongs here: write {WordsOf(plain, type)}.";
    }

    /// <summary>What is wrong with a number where numbers belong; null where others do.</summary>
    private static string? ProblemOf(Type type, JsonElement number)
    {
        if (type == typeof(FieldValue))
            return "The number is too large for a field: write it as a text, in quotation marks.";
        if (type != typeof(int) && type != typeof(long) && type != typeof(ushort))
            return null;
        return number.GetRawText().AsSpan().ContainsAny('.', 'e', 'E')
            ? $"Only a whole number belongs here: write {number.GetRawText()} in figures only, without a decimal point."
            : $"The number is too small or too large: write {WordsOf(type, null)}.";
    }

    private static string WordsOf(Type type, JsonTypeInfo? members)
    {
        if (ItemOf(type) is not null)
            return "a list in square brackets";
        if (type == typeof(string) || type.IsEnum)
            return "a text in quotation marks";
        if (type == typeof(bool))
            return "true or false, without quotation marks";
        if (type == typeof(ushort))
            return "a whole number from 0 to 65535";
        if (type == typeof(int))
            return "a whole number without quotation marks, up to 2147483647";
        if (type == typeof(long))
            return "a whole number without quotation marks";
        if (type == typeof(double))
            return "a number without quotation marks";
        if (type == typeof(BeaconUuid))
            return "an identifier such as 5a4bcfce-174e-4bac-a814-092e77f6b7e5";
        if (type == typeof(Uri))
            return "an address in quotation marks";
        if (type == typeof(PassDate))
            return "a date in quotation marks";
        return type == typeof(FieldValue) ? "a text, a number or a date" : $"several values with their names, between curly brackets{Example(members)}";
    }

    /// <summary>The keys that must be there, or the first one when none must.</summary>
    private static string Example(JsonTypeInfo? type)
    {
        var known = type?.Properties.Where(property => !property.IsExtensionData && property.Set is not null).ToArray() ?? [];
        var names = Array.FindAll(known, property => property.IsRequired) is { Length: > 0 } required ? required : known[..Math.Min(known.Length, 1)];
        return names.Length == 0 ? "" : $", such as {{ {string.Join(", ", names.Select(property => $"\"{property.Name}\": ..."))} }}";
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}

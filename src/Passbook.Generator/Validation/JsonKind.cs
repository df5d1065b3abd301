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

    public static string SentenceOf(Type type)
    {
        var plain = Plain(type);
        if (plain == typeof(PassColor))
            return "Wallet cannot read this as a colour: write it as rgb(60, 30, 20) with three numbers from 0 to 255.";
        return $"The value is not of the kind that belongs here: write {WordsOf(plain)}.";
    }

    private static string WordsOf(Type type)
    {
        if (ItemOf(type) is not null)
            return "a list in square brackets";
        if (type == typeof(string) || type.IsEnum)
            return "a text in quotation marks";
        if (type == typeof(bool))
            return "true or false, without quotation marks";
        if (type == typeof(ushort))
            return "a whole number from 0 to 65535";
        if (type == typeof(int) || type == typeof(long))
            return "a whole number without quotation marks";
        if (type == typeof(double))
            return "a number without quotation marks";
        if (type == typeof(BeaconUuid))
            return "an identifier such as 5a4bcfce-174e-4bac-a814-092e77f6b7e5";
        if (type == typeof(Uri))
            return "an address in quotation marks";
        if (type == typeof(PassDate))
            return "a date in quotation marks";
        return type == typeof(FieldValue) ? "a text, a number or a date" : "keys and values in curly brackets";
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}

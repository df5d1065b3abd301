using System.Diagnostics.CodeAnalysis;

namespace Passbook.Generator;

/// <summary>Finds values of enumerations that Wallet is not known to know: read from a pass as a name, or made up as a number.</summary>
internal static class KnownValues
{
    public static void Check<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        T value, in FieldPlace place, string key, ProblemList problems)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            problems.Error($"{place.Path}.{key}", PassProblemCode.ValueUnknown, Sentence(value));
    }

    public static string Sentence<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(T value)
        where T : struct, Enum
    {
        var names = Array.ConvertAll(Enum.GetValues<T>(), NameOf);
        var choice = names.Length == 1 ? $"write {names[0]}" : $"choose one of {string.Join(", ", names[..^1])} and {names[^1]}";
        return $"Wallet does not know '{NameOf(value)}': {choice}.";
    }

    public static string NameOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(T value)
        where T : struct, Enum => NamedEnum<T>.NameOf(value) ?? value.ToString();
}

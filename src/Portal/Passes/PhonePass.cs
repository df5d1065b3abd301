using Passbook.Generator;

namespace Portal.Passes;

/// <summary>Compares passes as phones do.</summary>
public static class PhonePass
{
    /// <summary>Whether a phone that has the one gets nothing new with the other: the same text to the byte, the offset of a date included.</summary>
    public static bool IsSame(Pass one, Pass other) => PassJson.Serialize(one).AsSpan().SequenceEqual(PassJson.Serialize(other));
}

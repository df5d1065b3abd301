using System.Text.Json;

namespace Passbook.Generator;

/// <summary>Keys that were read and are not known here: they are written again, and count when two passes are compared.</summary>
/// <remarks>The serializer fills the dictionary while it reads; nobody changes it afterwards.</remarks>
internal sealed class UnknownKeys(Dictionary<string, JsonElement> members) : IEquatable<UnknownKeys>
{
    public Dictionary<string, JsonElement> Members { get; } = members;

    public static UnknownKeys? Of(Dictionary<string, JsonElement>? members) => members is null ? null : new UnknownKeys(members);

    public bool Equals(UnknownKeys? other) =>
        other is not null
        && Members.Count == other.Members.Count
        && Members.All(member => other.Members.TryGetValue(member.Key, out var value) && JsonElement.DeepEquals(member.Value, value));

    public override bool Equals(object? obj) => Equals(obj as UnknownKeys);

    // Equal values may be spelt differently (1.0 and 1): only their number is safe to hash.
    public override int GetHashCode() => Members.Count;
}

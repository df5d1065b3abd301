using System.Text.Json;

namespace Passbook.Generator;

/// <summary>JSON that is equal to JSON with the same content.</summary>
internal sealed class JsonTree(JsonElement root) : IEquatable<JsonTree>
{
    public JsonElement Root { get; } = root;

    public bool Equals(JsonTree? other) => other is not null && JsonElement.DeepEquals(Root, other.Root);

    public override bool Equals(object? obj) => Equals(obj as JsonTree);

    // Equal trees may be spelt differently (1.0 and 1, the order of keys): only the kind is safe to hash.
    public override int GetHashCode() => (int)Root.ValueKind;
}

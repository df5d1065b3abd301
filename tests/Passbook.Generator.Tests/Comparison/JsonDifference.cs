using System.Text.Json;

namespace Passbook.Generator.Tests.Comparison;

/// <summary>A place where two JSON trees differ; a side without the place is null.</summary>
internal sealed record JsonDifference(string Path, string? Theirs, string? Ours)
{
    public static IEnumerable<JsonDifference> Between(JsonElement theirs, JsonElement ours)
    {
        var left = Leaves(theirs, "$").ToDictionary(leaf => leaf.Path, leaf => leaf.Value, StringComparer.Ordinal);
        var right = Leaves(ours, "$").ToDictionary(leaf => leaf.Path, leaf => leaf.Value, StringComparer.Ordinal);
        foreach (var path in left.Keys.Union(right.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (before, after) = (left.GetValueOrDefault(path), right.GetValueOrDefault(path));
            if (!IsSame(before, after))
                yield return new JsonDifference(path, before?.ToString(), after?.ToString());
        }
    }

    private static bool IsSame(JsonElement? one, JsonElement? other) =>
        one is { } left && other is { } right && JsonElement.DeepEquals(left, right);

    /// <summary>Texts, numbers and the like, and lists and objects that hold nothing.</summary>
    private static IEnumerable<(string Path, JsonElement? Value)> Leaves(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object when element.GetPropertyCount() > 0 =>
            element.EnumerateObject().SelectMany(member => Leaves(member.Value, $"{path}.{member.Name}")),
        JsonValueKind.Array when element.GetArrayLength() > 0 =>
            element.EnumerateArray().SelectMany((item, index) => Leaves(item, $"{path}[{index}]")),
        _ => [(path, element)],
    };
}

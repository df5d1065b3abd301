using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Passbook.Generator;

/// <summary>Reads what can be read of a <c>pass.json</c> some values of which are of the wrong kind: those are left out.</summary>
internal static class PassSalvage
{
    // Each value left out costs another reading of all the others, which must not add up to more memory than a reader may take.
    private const int MostLeftOut = 16;
    private const int MostValues = 10_000;
    private const int MostValuesRead = 20_000;
    private const int LongestText = 256 * 1024;

    /// <summary>The pass without what is wrong in it; null when what is left is no pass.</summary>
    /// <param name="json">The text, which could not be read as it is.</param>
    /// <param name="first">Why not.</param>
    /// <param name="problems">Is told of every value that was left out, or of the first when that does not help.</param>
    public static Pass? Read(ReadOnlySpan<byte> json, JsonException first, ProblemList problems)
    {
        List<JsonException> wrong = [first];
        var values = Math.Max(1, JsonText.CountValues(json));
        var pass = json.Length <= LongestText && values <= MostValues && Parse(json) is { } root
            ? Read(root, wrong, Math.Min(MostLeftOut, MostValuesRead / values))
            : null;
        foreach (var each in pass is null ? [first] : wrong.Where((each, number) => !IsConsequence(each, wrong[..number])))
            problems.Error(PathOf(each), PassProblemCode.PassInvalid, $"pass.json cannot be read: {each.Message}");
        return pass;
    }

    private static Pass? Read(JsonNode root, List<JsonException> wrong, int most)
    {
        while (wrong.Count <= most && TryRemove(root, PathOf(wrong[^1])))
        {
            try
            {
                return PassJson.Deserialize(Encoding.UTF8.GetBytes(root.ToJsonString(PassJson.Options)));
            }
            catch (JsonException next)
            {
                wrong.Add(next);
            }
        }

        return null;
    }

    // Without a value that has to be there, what it belongs to is left out too.
    private static bool IsConsequence(JsonException each, IEnumerable<JsonException> before) =>
        before.Any(earlier => PathOf(earlier).StartsWith(PathOf(each) + ".", StringComparison.Ordinal));

    private static string PathOf(JsonException wrong) => wrong.Path is { Length: > 0 } path ? path : PassFile.Pass;

    private static JsonNode? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            JsonText.RequireSound(json);
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool TryRemove(JsonNode root, string path)
    {
        JsonNode? parent = null;
        JsonNode? node = root;
        var steps = path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var step in steps.Skip(1))
        {
            parent = node;
            node = parent switch
            {
                JsonObject members => members[step],
                JsonArray items when int.TryParse(step, CultureInfo.InvariantCulture, out var index) && index < items.Count => items[index],
                _ => null,
            };
        }

        return (parent, steps[^1]) switch
        {
            (JsonObject members, var name) => members.Remove(name),
            (JsonArray items, _) => items.Remove(node),
            _ => false,
        };
    }
}

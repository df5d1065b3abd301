using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Passbook.Generator.Tests.Fuzz;

/// <summary>Changes JSON texts so that most of them are still JSON, but not what is expected.</summary>
internal static class JsonMutation
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "1", "-1", "2147483648", "9223372036854775808", "1e15", "1e400", "-1e400", "0.1", "1E-400", "123456789012345678901234567890.5",
        "\"\"", "\" \"", "\"x\"", "\"%@\"", "\"2027-02-30T12:00:00Z\"", "\"2027-05-01T18:30+05:45\"", "\"9999-12-31T23:59:59-14:00\"", "\"0001-01-01T00:00:00+14:00\"",
        "\"rgb(256,0,0)\"", "\"#fff\"", "\"rgb(1, 2, 3)\"", "\"half a letter\"", "\"\\u0000\"", "\"http://[\"", "\"mailto:\"", "\"PKBarcodeFormatQR\"", "\"PKTransitTypeAir\"",
        "{}", "[]", "[[]]", "[null]", "{\"key\":\"a\",\"value\":1}", "{\"a\":{\"a\":{}}}", "[{}]", "{\"latitude\":1e300,\"longitude\":-1e300}",
    ];

    /// <summary>One to four changes; the last may be one after which it is no JSON.</summary>
    public static byte[] Change(byte[] json, Random random)
    {
        var root = JsonNode.Parse(json, documentOptions: Deep);
        for (var count = random.Next(1, 5); count > 0; count--)
            ChangeNode(root, random);
        // It cannot be made of nodes, but it can be written.
        var text = (root?.ToJsonString() ?? "null").Replace("half a letter", "\\ud800", StringComparison.Ordinal);
        return random.Next(4) == 0 ? ChangeText(text, random) : Encoding.UTF8.GetBytes(text);
    }

    private static void ChangeNode(JsonNode? root, Random random)
    {
        var places = Places(root).ToList();
        if (places.Count == 0)
            return;
        var node = places[random.Next(places.Count)];
        var value = JsonNode.Parse(Values[random.Next(Values.Length)], documentOptions: Deep);
        switch (node)
        {
            case JsonObject members when members.Count > 0:
                ChangeMember(members, members.ElementAt(random.Next(members.Count)).Key, value, random);
                break;
            case JsonObject members:
                members.Add("a", value);
                break;
            case JsonArray { Count: > 0 } items:
                ChangeItem(items, random.Next(items.Count), value, random);
                break;
            case JsonArray items:
                items.Add(value);
                break;
        }
    }

    private static void ChangeMember(JsonObject members, string key, JsonNode? value, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                members.Remove(key);
                break;
            case 1:
                members[key + "x"] = members[key]?.DeepClone();
                break;
            case 2:
                members[key] = new JsonArray(members[key]?.DeepClone());
                break;
            default:
                members[key] = value;
                break;
        }
    }

    private static void ChangeItem(JsonArray items, int index, JsonNode? value, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                items.RemoveAt(index);
                break;
            case 1:
                for (var count = random.Next(1, 30); count > 0; count--)
                    items.Add(items[index]?.DeepClone());
                break;
            default:
                items[index] = value;
                break;
        }
    }

    private static byte[] ChangeText(string text, Random random)
    {
        var place = random.Next(text.Length);
        return random.Next(6) switch
        {
            0 => Encoding.UTF8.GetBytes(text[..place]),
            1 => Encoding.UTF8.GetBytes(text.Insert(place, new string('[', random.Next(1, 3000)))),
            2 => Encoding.UTF8.GetBytes(text.Insert(place, Values[random.Next(Values.Length)])),
            3 => Encoding.UTF8.GetBytes(text.Insert(1, "\"serialNumber\":\"twice\",")),
            4 => [.. Encoding.UTF8.GetBytes(text[..place]), (byte)random.Next(128, 256), .. Encoding.UTF8.GetBytes(text[place..])],
            _ => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        };
    }

    private static IEnumerable<JsonNode> Places(JsonNode? node)
    {
        if (node is not (JsonObject or JsonArray))
            yield break;
        yield return node;
        var inside = node is JsonObject members ? members.Select(member => member.Value) : node.AsArray();
        foreach (var place in inside.SelectMany(Places))
            yield return place;
    }
}

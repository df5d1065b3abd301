using System.Text;
using System.Text.Json;

namespace Passbook.Generator;

/// <summary>Turns a place in a JSON text into a path such as <c>$.coupon.primaryFields[0].key</c>.</summary>
/// <remarks>The serializer's own path begins anew in each list, so it does not tell which item of which list is meant.</remarks>
internal static class JsonPlace
{
    /// <summary>The path of the value that ends at or after a place, which is counted as <see cref="JsonException"/> does.</summary>
    public static string PathAt(ReadOnlySpan<byte> json, long line, long positionInLine)
    {
        var place = LineStart(json, line) + positionInLine;
        var steps = new Stack<Step>();
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                Walk(ref reader, steps);
                if (reader.BytesConsumed >= place && reader.TokenType != JsonTokenType.PropertyName)
                    break;
            }
        }
        catch (JsonException)
        {
            // The text is broken from here on: the path so far is the best there is.
        }

        return Write(steps);
    }

    private static void Walk(ref Utf8JsonReader reader, Stack<Step> steps)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                steps.Pop();
                break;
            case JsonTokenType.PropertyName:
                steps.Pop();
                steps.Push(new Step(Encoding.UTF8.GetString(reader.ValueSpan), -1));
                break;
            default:
                if (steps.TryPop(out var step))
                    steps.Push(step with { Index = step.Name is null ? step.Index + 1 : -1 });
                if (reader.TokenType == JsonTokenType.StartArray)
                    steps.Push(new Step(null, -1));
                else if (reader.TokenType == JsonTokenType.StartObject)
                    steps.Push(new Step("", -1));
                break;
        }
    }

    /// <summary>Where a line begins, counted from 0.</summary>
    public static long LineStart(ReadOnlySpan<byte> json, long line)
    {
        long start = 0;
        for (; line > 0 && json.IndexOf((byte)'\n') is >= 0 and var end; line--)
        {
            start += end + 1;
            json = json[(end + 1)..];
        }

        return start;
    }

    private static string Write(IEnumerable<Step> steps)
    {
        var path = new StringBuilder("$");
        foreach (var (name, index) in steps.Reverse())
        {
            if (name is null && index >= 0)
                path.Append('[').Append(index).Append(']');
            else if (!string.IsNullOrEmpty(name))
                path.Append('.').Append(name);
        }

        return path.ToString();
    }

    /// <summary>A member of an object by its name, or an item of an array by its index.</summary>
    private readonly record struct Step(string? Name, int Index);
}

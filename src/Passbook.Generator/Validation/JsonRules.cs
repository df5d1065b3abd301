using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Passbook.Generator;

/// <summary>Rules about the text of a <c>pass.json</c>: what a <see cref="Pass"/> cannot hold, and the serializer stops at.</summary>
/// <remarks>It goes by the serializer's own table of keys and types, so that no key is forgotten, and on after the first problem.</remarks>
internal sealed class JsonRules(ProblemList problems)
{
    public void Check(ReadOnlyMemory<byte> utf8Json)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8Json);
            JsonText.RequireSound(utf8Json.Span);
            CheckValue("$", document.RootElement, PassJson.Options.GetTypeInfo(typeof(Pass)));
        }
        catch (JsonException wrong)
        {
            problems.Error("$", PassProblemCode.PassInvalid, JsonBlunder.Find(utf8Json.Span, wrong) is { } blunder
                ? $"'pass.json' cannot be read: {blunder}"
                : $"'pass.json' is no JSON from line {wrong.LineNumber + 1} on: correct what stands there.");
        }
    }

    private void CheckValue(string path, JsonElement value, JsonTypeInfo type)
    {
        if (type.Kind is JsonTypeInfoKind.Object && value.ValueKind is JsonValueKind.Object)
            CheckObject(path, value, type);
        else if (JsonKind.ItemOf(type.Type) is { } item && value.ValueKind is JsonValueKind.Array)
            CheckList(path, value, PassJson.Options.GetTypeInfo(item));
        else if (!HasDuplicates(path, value))
            CheckKind(path, value, type);
    }

    private void CheckObject(string path, JsonElement value, JsonTypeInfo type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (!seen.Add(member.Name))
                TellDuplicate($"{path}.{member.Name}", member.Name);
            else if (Find(type, member.Name) is not { } property)
                CheckUnknown($"{path}.{member.Name}", member);
            else if (member.Value.ValueKind is not JsonValueKind.Null || !property.IsSetNullable)
                CheckValue($"{path}.{member.Name}", member.Value, PassJson.Options.GetTypeInfo(property.PropertyType));
        }

        foreach (var property in type.Properties)
        {
            if (property.IsRequired && !seen.Contains(property.Name))
                problems.Error($"{path}.{property.Name}", PassProblemCode.KeyMissing, $"'{property.Name}' is missing, which must be here: add it.");
        }
    }

    private void CheckUnknown(string path, JsonProperty member)
    {
        // Of that one StyleRules tells, in better words.
        if (!HasDuplicates(path, member.Value) && member.Name != StyleRules.TransitType)
            problems.Warning(path, PassProblemCode.KeyUnknown, $"'{member.Name}' is no key that Wallet is known to read here: correct its spelling, or remove it.");
    }

    private void CheckList(string path, JsonElement list, JsonTypeInfo item)
    {
        var index = 0;
        foreach (var value in list.EnumerateArray())
            CheckValue($"{path}[{index++}]", value, item);
    }

    private void CheckKind(string path, JsonElement value, JsonTypeInfo type)
    {
        try
        {
            if (JsonSerializer.Deserialize(value, type) is not null)
                return;
        }
        catch (JsonException)
        {
            // Told below, in words that say what belongs there.
        }

        problems.Error(path, JsonKind.CodeOf(type.Type), JsonKind.SentenceOf(type, value));
    }

    /// <summary>Looks for keys that stand twice in JSON of any kind, and tells them.</summary>
    private bool HasDuplicates(string path, JsonElement value)
    {
        var found = false;
        if (value.ValueKind is JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
                found |= HasDuplicates($"{path}[{index++}]", item);
        }
        else if (value.ValueKind is JsonValueKind.Object)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var member in value.EnumerateObject())
            {
                var isDuplicate = !seen.Add(member.Name);
                if (isDuplicate)
                    TellDuplicate($"{path}.{member.Name}", member.Name);
                found |= isDuplicate || HasDuplicates($"{path}.{member.Name}", member.Value);
            }
        }

        return found;
    }

    private void TellDuplicate(string path, string key) =>
        problems.Error(path, PassProblemCode.KeyDuplicate, $"'{key}' stands there twice, and no two phones need agree on which counts: remove one.");

    private static JsonPropertyInfo? Find(JsonTypeInfo type, string name)
    {
        foreach (var property in type.Properties)
        {
            // What the class has for itself alone can be neither read nor written.
            if (property.Name == name && !property.IsExtensionData && property.Set is not null)
                return property;
        }

        return null;
    }
}

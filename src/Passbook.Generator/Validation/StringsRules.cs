using System.Runtime.InteropServices;
using System.Text.Json;

namespace Passbook.Generator;

/// <summary>Rules about translations and the pass they are for.</summary>
internal static class StringsRules
{
    private const int FewTexts = 256;

    public static void Check(Pass pass, TranslatedTexts texts, ProblemList problems)
    {
        var count = texts.Numbers.Count;
        Span<bool> used = count <= FewTexts ? stackalloc bool[FewTexts] : new bool[count];
        var marks = new Marks(texts.Numbers, used[..count]);
        MarkUsual(pass, ref marks);
        // Any other text of the pass may be translated too: semantic tags, and what future versions of Wallet will know.
        if (marks.Left > 0)
            MarkAll(Written(pass), ref marks);
        if (marks.Left > 0)
            texts.TellUnused(used, problems);
    }

    private static void MarkUsual(Pass pass, ref Marks marks)
    {
        marks.Mark(pass.OrganizationName);
        marks.Mark(pass.Description);
        marks.Mark(pass.LogoText);
        foreach (var place in new FieldWalk(pass))
        {
            marks.Mark(place.Field.Label);
            marks.Mark(place.Field.Value.Text);
            marks.Mark(place.Field.ChangeMessage);
        }
    }

    private static JsonElement Written(Pass pass)
    {
        try
        {
            return JsonElement.Parse(PassJson.Serialize(pass));
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            // A number or a name that JSON cannot hold: that is told as a problem of its own.
            return default;
        }
    }

    private static void MarkAll(JsonElement element, ref Marks marks)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                marks.Mark(element.GetString());
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    MarkAll(item, ref marks);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    MarkAll(member.Value, ref marks);
                break;
        }
    }

    /// <summary>Which translated texts were seen in the pass.</summary>
    [StructLayout(LayoutKind.Auto)]
    private ref struct Marks(IReadOnlyDictionary<string, int> numbers, Span<bool> used)
    {
        private readonly Span<bool> _used = used;

        public int Left { get; private set; } = numbers.Count;

        public void Mark(string? text)
        {
            if (text is null || !numbers.TryGetValue(text, out var number) || _used[number])
                return;
            _used[number] = true;
            Left--;
        }
    }
}

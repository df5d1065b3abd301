namespace Passbook.Generator;

/// <summary>Looks for semantic tags in a pass and its fields, where they may stand too, and remembers those that are nowhere.</summary>
internal sealed class TagSearch
{
    private readonly List<SemanticTags> _places = [];
    private readonly List<string> _missing = [];

    public TagSearch(Pass pass)
    {
        if (pass.Semantics is not null)
            _places.Add(pass.Semantics);
        foreach (var place in new FieldWalk(pass))
        {
            if (place.Field.Semantics is { } tags)
                _places.Add(tags);
        }
    }

    public T? Find<T>(Func<SemanticTags, T?> tag)
    {
        foreach (var place in _places)
        {
            if (tag(place) is { } found)
                return found;
        }

        return default;
    }

    public void Require(string name, Func<SemanticTags, object?> tag)
    {
        if (Find(tag) is null)
            _missing.Add(name);
    }

    /// <summary>The names of those that are missing, and forgets them; null when there are none.</summary>
    public string? TakeMissing()
    {
        if (_missing.Count == 0)
            return null;
        var names = string.Join(", ", _missing);
        _missing.Clear();
        return names;
    }
}

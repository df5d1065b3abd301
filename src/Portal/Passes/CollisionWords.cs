namespace Portal.Passes;

/// <summary>What is said when somebody else saved the pass that one is typing into.</summary>
public static class CollisionWords
{
    /// <summary>The note above the form.</summary>
    public static string Note(IReadOnlyList<OtherSave> saves, PassDraft draft)
    {
        var people = string.Join(", ", saves.Select(save => save.Who).Distinct(StringComparer.Ordinal));
        return draft.Colliding.Any()
            ? $"{people} changed this pass meanwhile. What you typed is kept; where you both changed a field, choose whose value stands."
            : $"{people} changed this pass meanwhile. What you typed is kept, and not saved yet.";
    }

    /// <summary>What a save waits for; null when it waits for nothing.</summary>
    public static string? WaitsFor(PassDraft draft)
    {
        var fields = draft.Colliding.Select(box => box.Field.Name).ToList();
        return fields.Count == 0 ? null : $"Choose whose value stands first: {string.Join(", ", fields)}.";
    }
}

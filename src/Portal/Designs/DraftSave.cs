namespace Portal.Designs;

/// <summary>What became of saving a draft.</summary>
public sealed record DraftSave
{
    /// <summary>The state now in front of whoever saved; null when somebody else was faster.</summary>
    public DraftMark? Mark { get; init; }

    /// <summary>Who saved or published in between.</summary>
    public string? OtherPerson { get; init; }

    public DateTimeOffset? OtherAt { get; init; }

    internal static DraftSave TooLate(string? person, DateTimeOffset at) => new() { OtherPerson = person ?? "Somebody", OtherAt = at };
}

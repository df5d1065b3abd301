namespace Portal.Passes;

/// <summary>What a person wants changed on one pass.</summary>
public sealed record PassEdit
{
    /// <summary>A UUIDv7 by which a repeated save is recognised. It belongs to this content: other values, or voiding, are another change.</summary>
    public required Guid ChangeId { get; init; }

    public required long PassId { get; init; }

    /// <summary>The revision the person was looking at.</summary>
    public required int ExpectedRevision { get; init; }

    /// <summary>Canonical texts by field id; null lets the pass follow its design again. Fields not named stay.</summary>
    public IReadOnlyDictionary<string, string?> Values { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Null leaves it as it is.</summary>
    public bool? Voided { get; init; }
}

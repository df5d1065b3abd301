namespace Portal.Data.Designs;

/// <summary>A field that each pass of a design sets for itself.</summary>
public sealed record DesignField
{
    /// <summary>Lower-case letters, digits and underscores; never changed, for passes are keyed by it.</summary>
    public required string Id { get; init; }

    /// <summary>The name staff see.</summary>
    public required string Name { get; init; }

    public FieldKind Kind { get; init; }

    /// <summary>What a pass that does not set the field shows; canonical, as it would be stored.</summary>
    public string? Default { get; init; }

    /// <summary>The allowed texts of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>ISO 4217, for money.</summary>
    public string? Currency { get; init; }

    /// <summary>UTF-16 units; 1,000 unless said otherwise.</summary>
    public int MaxLength { get; init; } = 1_000;
}

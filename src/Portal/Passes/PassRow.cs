namespace Portal.Passes;

/// <summary>A pass as the list shows it.</summary>
public sealed record PassRow
{
    public required long Id { get; init; }

    public required string SerialNumber { get; init; }

    public string? Holder { get; init; }

    public required long DesignId { get; init; }

    public required string DesignName { get; init; }

    public required string Style { get; init; }

    public required string Values { get; init; }

    public bool Voided { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public int Devices { get; init; }
}

/// <summary>One page of passes and how many match in all.</summary>
public sealed record PassPageOf(int Count, IReadOnlyList<PassRow> Rows);

namespace Portal.Data.Storage;

/// <summary>What a package is made of, all of one moment: the pass, its pass type, and the version of the design it follows.</summary>
public sealed class PassContent
{
    public required string PassTypeIdentifier { get; init; }

    public required string TeamIdentifier { get; init; }

    public required string OrganizationName { get; init; }

    public required string SerialNumber { get; init; }

    public required string AuthenticationToken { get; init; }

    /// <summary>A JSON object of canonical texts by field id: only what this pass sets itself.</summary>
    public required string Values { get; init; }

    /// <summary>Staff voided it, or deleted it: then it goes on as a voided one on the phones that have it.</summary>
    public required bool Voided { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The published version of the design.</summary>
    public required long DesignVersionId { get; init; }

    /// <summary>The larger of the tags of pass and design.</summary>
    public required long EffectiveTag { get; init; }

    /// <summary>The later of the moments of pass and design.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }
}

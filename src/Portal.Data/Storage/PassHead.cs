namespace Portal.Data.Storage;

/// <summary>What is to be known of a pass before it is answered: who may have it, which version it is, who signs it.</summary>
public sealed class PassHead
{
    public required long PassId { get; init; }

    public required int PassTypeId { get; init; }

    public required long DesignId { get; init; }

    public required string SerialNumber { get; init; }

    public required string AuthenticationToken { get; init; }

    /// <summary>The larger of the tags of pass and design.</summary>
    public required long EffectiveTag { get; init; }

    /// <summary>The latest of the moments of pass and design and the start of the epoch.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    public required string Epoch { get; init; }

    /// <summary>Of the certificate that signs the pass type now; null when there is none.</summary>
    public string? CertificateThumbprint { get; init; }

    public DateTimeOffset? CertificateNotBefore { get; init; }

    public DateTimeOffset? CertificateNotAfter { get; init; }

    public long? FirstHandedOutTag { get; init; }

    public bool Voided { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the pass type has a certificate that is valid at this moment.</summary>
    public bool CanBeSigned(DateTimeOffset now) => CertificateThumbprint is not null && CertificateNotBefore <= now && now <= CertificateNotAfter;
}

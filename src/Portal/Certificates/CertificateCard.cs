namespace Portal.Certificates;

/// <summary>What staff see of a pass type and its certificate.</summary>
public sealed record CertificateCard
{
    public required int PassTypeId { get; init; }

    public required string Identifier { get; init; }

    public required string TeamIdentifier { get; init; }

    public required string OrganizationName { get; init; }

    public required int Designs { get; init; }

    public required int Passes { get; init; }

    public DateTimeOffset? NotAfter { get; init; }

    public DateTimeOffset? UploadedAt { get; init; }

    public string? UploadedBy { get; init; }

    public required CertificateState State { get; init; }

    /// <summary>Why its pushes are stopped; null while they go.</summary>
    public PushStop? Stop { get; init; }

    /// <summary>Whom it retired lately; null when nobody.</summary>
    public RetiredPhones? Retired { get; init; }

    /// <summary>Whether its certificate signs and pushes.</summary>
    public bool CanSign => State is CertificateState.Good or CertificateState.ExpiresSoon;
}

/// <summary>How a certificate stands.</summary>
public enum CertificateState
{
    Good,

    /// <summary>Thirty days or fewer are left.</summary>
    ExpiresSoon,

    Expired,

    /// <summary>Its key was stored under another master key.</summary>
    Unreadable,

    /// <summary>The pass type has none yet.</summary>
    Missing,
}

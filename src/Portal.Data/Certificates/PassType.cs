namespace Portal.Data.Certificates;

/// <summary>A pass type identifier of one team: the topic of its pushes and the owner of one signing certificate.</summary>
public sealed class PassType
{
    public int Id { get; set; }

    /// <summary>The pass type identifier, such as <c>pass.com.example.coffee</c>; compared ordinally.</summary>
    public required string Identifier { get; set; }

    public required string TeamIdentifier { get; set; }

    public required string OrganizationName { get; set; }

    /// <summary>The certificate that signs and pushes now; null until one was uploaded.</summary>
    public int? SigningCertificateId { get; set; }

    public SigningCertificate? SigningCertificate { get; set; }

    /// <summary>Set when APNs refused the topic: everything stays queued until somebody resumes it.</summary>
    public DateTimeOffset? PushStoppedAt { get; set; }

    public string? PushStopReason { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

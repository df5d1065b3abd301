namespace Portal.Data.Certificates;

/// <summary>A pass signing certificate with its private key, which is stored encrypted only.</summary>
public sealed class SigningCertificate
{
    public int Id { get; set; }

    public int PassTypeId { get; set; }

    /// <summary>SHA-256 of the certificate, lower-case hex. Part of a package's ETag.</summary>
    public required string Thumbprint { get; set; }

    /// <summary>The certificate, DER.</summary>
    public required byte[] Certificate { get; set; }

    /// <summary>The intermediate that issued it, DER; it travels in every signature.</summary>
    public required byte[] Intermediate { get; set; }

    /// <summary>The PKCS#8 private key, encrypted under the master key.</summary>
    public required byte[] ProtectedKey { get; set; }

    public DateTimeOffset NotBefore { get; set; }

    public DateTimeOffset NotAfter { get; set; }

    public DateTimeOffset UploadedAt { get; set; }

    public string? UploadedBy { get; set; }
}

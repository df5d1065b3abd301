namespace Passbook.Generator;

/// <summary>Object identifiers, by what they are for here.</summary>
internal static class Oids
{
    public const string Data = "1.2.840.113549.1.7.1";
    public const string SignedData = "1.2.840.113549.1.7.2";
    public const string ContentType = "1.2.840.113549.1.9.3";
    public const string MessageDigest = "1.2.840.113549.1.9.4";
    public const string SigningTime = "1.2.840.113549.1.9.5";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string Rsa = "1.2.840.113549.1.1.1";
    public const string EllipticCurve = "1.2.840.10045.2.1";
    public const string EcdsaSha256 = "1.2.840.10045.4.3.2";

    public const string UserId = "0.9.2342.19200300.100.1.1";
    public const string OrganizationalUnit = "2.5.4.11";
    public const string CommonName = "2.5.4.3";
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Apple: the pass type identifier, as a DER string.</summary>
    public const string PassTypeIdentifier = "1.2.840.113635.100.6.1.16";

    /// <summary>Apple: marks a certificate for passes; its value is a DER null.</summary>
    public const string PassTypeMarker = "1.2.840.113635.100.6.3.2";

    /// <summary>Apple: the extended key usage of certificates for passes.</summary>
    public const string PassTypeUsage = "1.2.840.113635.100.4.14";
}

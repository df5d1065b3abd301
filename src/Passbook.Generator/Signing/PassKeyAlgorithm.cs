namespace Passbook.Generator;

/// <summary>The kind of key a development certificate is made with.</summary>
public enum PassKeyAlgorithm
{
    /// <summary>RSA of 2048 bits, which is what Apple issues.</summary>
    Rsa2048,

    /// <summary>The elliptic curve P-256.</summary>
    P256,
}

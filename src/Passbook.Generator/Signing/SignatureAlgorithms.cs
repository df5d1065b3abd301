using System.Security.Cryptography;

namespace Passbook.Generator;

/// <summary>Which hash and which kind of key an algorithm's identifier stands for.</summary>
internal static class SignatureAlgorithms
{
    /// <summary>The hash itself; null for one that is not known here.</summary>
    public static HashAlgorithmName? Digest(string? identifier) => identifier switch
    {
        "1.3.14.3.2.26" => HashAlgorithmName.SHA1,
        Oids.Sha256 => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <summary>Verifies a signature by the key it was made with.</summary>
    /// <param name="key">The public key.</param>
    /// <param name="identifier">The algorithm of the signature, as a certificate or a CMS names it.</param>
    /// <param name="digest">The hash, said beside it; null when the algorithm must say it.</param>
    /// <param name="content">What was signed.</param>
    /// <param name="signature">The signature.</param>
    public static bool Verify(
        AsymmetricAlgorithm? key, string? identifier, HashAlgorithmName? digest, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        var hash = Hash(identifier) ?? (identifier is Oids.Rsa or Oids.EllipticCurve ? digest : null);
        if (hash is null || (digest is not null && digest != hash))
            return false;
        return key switch
        {
            RSA rsa when IsRsa(identifier) => rsa.VerifyData(content, signature, hash.Value, RSASignaturePadding.Pkcs1),
            ECDsa curve when !IsRsa(identifier) => curve.VerifyData(content, signature, hash.Value, DSASignatureFormat.Rfc3279DerSequence),
            _ => false,
        };
    }

    private static bool IsRsa(string? identifier) => identifier?.StartsWith("1.2.840.113549.1.1.", StringComparison.Ordinal) == true;

    private static HashAlgorithmName? Hash(string? identifier) => identifier switch
    {
        "1.2.840.113549.1.1.5" or "1.2.840.10045.4.1" => HashAlgorithmName.SHA1,
        "1.2.840.113549.1.1.11" or Oids.EcdsaSha256 => HashAlgorithmName.SHA256,
        "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
        "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
        _ => null,
    };
}

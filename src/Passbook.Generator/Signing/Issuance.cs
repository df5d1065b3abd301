using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator;

/// <summary>Finds out whether one certificate was issued by another, from the two alone: no chain is built and nothing is fetched.</summary>
internal static class Issuance
{
    /// <summary>True when the names, the key identifiers (where both have one) and the signature fit.</summary>
    public static bool IsIssuedBy(X509Certificate2 certificate, X509Certificate2 issuer) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData)
        && KeyIdentifiersFit(certificate, issuer)
        && SignatureFits(certificate, issuer);

    private static bool KeyIdentifiersFit(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var wanted = certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier;
        var found = issuer.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()?.SubjectKeyIdentifierBytes;
        return wanted is null || found is null || wanted.Value.Span.SequenceEqual(found.Value.Span);
    }

    private static bool SignatureFits(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        try
        {
            var outer = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence();
            var content = outer.ReadEncodedValue();
            var algorithm = outer.ReadEncodedValue();
            var signature = outer.ReadBitString(out var unusedBits);
            return unusedBits == 0
                && SignedAlgorithm(content).Span.SequenceEqual(algorithm.Span)
                && Hash(new AsnReader(algorithm, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier()) is { } hash
                && Verify(issuer, content.Span, signature, hash);
        }
        catch (Exception wrong) when (wrong is AsnContentException or CryptographicException)
        {
            return false;
        }
    }

    // RFC 5280, 4.1.1.2: the algorithm stands in the signed part again, and must be the same there.
    private static ReadOnlyMemory<byte> SignedAlgorithm(ReadOnlyMemory<byte> content)
    {
        var reader = new AsnReader(content, AsnEncodingRules.DER).ReadSequence();
        if (reader.PeekTag().TagClass == TagClass.ContextSpecific)
            reader.ReadEncodedValue();
        reader.ReadInteger();
        return reader.ReadEncodedValue();
    }

    private static bool Verify(X509Certificate2 issuer, ReadOnlySpan<byte> content, byte[] signature, HashAlgorithmName hash)
    {
        using var rsa = issuer.GetRSAPublicKey();
        if (rsa is not null)
            return rsa.VerifyData(content, signature, hash, RSASignaturePadding.Pkcs1);
        using var curve = issuer.GetECDsaPublicKey();
        return curve is not null && curve.VerifyData(content, signature, hash, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static HashAlgorithmName? Hash(string algorithm) => algorithm switch
    {
        "1.2.840.113549.1.1.5" => HashAlgorithmName.SHA1,
        "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
        "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
        "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
        _ => null,
    };
}

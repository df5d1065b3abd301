using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator;

/// <summary>Finds out whether one certificate was issued by another, from the two alone: no chain is built and nothing is fetched.</summary>
internal static class Issuance
{
    /// <summary>True when the names, the key identifiers (where both have one) and the signature fit, and the issuer may issue.</summary>
    public static bool IsIssuedBy(X509Certificate2 certificate, X509Certificate2 issuer) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData)
        && KeyIdentifiersFit(certificate, issuer)
        && IsAuthority(issuer)
        && SignatureFits(certificate, issuer);

    // RFC 5280, 4.2.1.9: else whoever has a certificate for passes could issue others.
    private static bool IsAuthority(X509Certificate2 issuer) =>
        issuer.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority);

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
                && Verify(issuer, new AsnReader(algorithm, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier(), content.Span, signature);
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

    private static bool Verify(X509Certificate2 issuer, string algorithm, ReadOnlySpan<byte> content, byte[] signature)
    {
        using AsymmetricAlgorithm? key = (AsymmetricAlgorithm?)issuer.GetRSAPublicKey() ?? issuer.GetECDsaPublicKey();
        return SignatureAlgorithms.Verify(key, algorithm, digest: null, content, signature);
    }
}

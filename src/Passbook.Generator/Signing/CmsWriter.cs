using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator;

/// <summary>Writes the CMS SignedData (RFC 5652) of a pass: version 1, detached, one signer, SHA-256, signing time, two certificates.</summary>
/// <remarks>
/// Written out here rather than with SignedCms because everything but the attributes and the signature is the same for every pass,
/// and is encoded once; SignedCms decodes both certificates and what it wrote again for each.
/// </remarks>
internal sealed class CmsWriter
{
    private static readonly Asn1Tag Implicit0 = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private readonly AsymmetricAlgorithm _key;
    private readonly byte[] _certificates;
    private readonly byte[] _signerIdentity;
    private readonly byte[] _signatureAlgorithm;
    private readonly byte[] _digestAlgorithm;

    private volatile CmsTemplate? _last;

    public CmsWriter(X509Certificate2 leaf, X509Certificate2 intermediate, AsymmetricAlgorithm key)
    {
        _key = key;
        _certificates = Encode(writer =>
        {
            using (writer.PushSetOf(Implicit0))
            {
                writer.WriteEncodedValue(leaf.RawDataMemory.Span);
                writer.WriteEncodedValue(intermediate.RawDataMemory.Span);
            }
        });
        _signerIdentity = Encode(writer =>
        {
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(leaf.IssuerName.RawData);
                writer.WriteInteger(leaf.SerialNumberBytes.Span);
            }
        });
        _digestAlgorithm = EncodeAlgorithm(Oids.Sha256, withNull: false);
        _signatureAlgorithm = key is RSA ? EncodeAlgorithm(Oids.Rsa, withNull: true) : EncodeAlgorithm(Oids.EcdsaSha256, withNull: false);
    }

    public byte[] Write(ReadOnlySpan<byte> content, DateTimeOffset signingTime)
    {
        var attributes = EncodeAttributes(content, signingTime);
        var signature = Sign(attributes);
        // RFC 5652, 5.4: what is signed is a SET; what is written has the tag [0] instead.
        attributes[0] = 0xA0;
        if (_last?.Take(attributes, signature) is { } written)
            return written;
        written = Encode(attributes, signature);
        _last = new CmsTemplate(written, attributes, signature);
        return written;
    }

    private byte[] Encode(byte[] attributes, byte[] signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, initialCapacity: _certificates.Length + attributes.Length + 1024);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.SignedData);
            using (writer.PushSequence(Implicit0))
            using (writer.PushSequence())
                WriteSignedData(writer, attributes, signature);
        }

        return writer.Encode();
    }

    /// <summary>True when the key belongs to a certificate, which it shows by signing something.</summary>
    public bool IsKeyOf(X509Certificate2 certificate)
    {
        byte[] something = [.. "Is this the key of the certificate?"u8];
        using AsymmetricAlgorithm? key = (AsymmetricAlgorithm?)certificate.GetRSAPublicKey() ?? certificate.GetECDsaPublicKey();
        var algorithm = _key is RSA ? Oids.Rsa : Oids.EcdsaSha256;
        return SignatureAlgorithms.Verify(key, algorithm, HashAlgorithmName.SHA256, something, Sign(something));
    }

    private void WriteSignedData(AsnWriter writer, byte[] attributes, byte[] signature)
    {
        writer.WriteInteger(1);
        using (writer.PushSetOf())
            writer.WriteEncodedValue(_digestAlgorithm);
        using (writer.PushSequence())
            writer.WriteObjectIdentifier(Oids.Data);
        writer.WriteEncodedValue(_certificates);
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteEncodedValue(_signerIdentity);
            writer.WriteEncodedValue(_digestAlgorithm);
            writer.WriteEncodedValue(attributes);
            writer.WriteEncodedValue(_signatureAlgorithm);
            writer.WriteOctetString(signature);
        }
    }

    private static byte[] EncodeAttributes(ReadOnlySpan<byte> content, DateTimeOffset signingTime)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        var writer = new AsnWriter(AsnEncodingRules.DER, initialCapacity: 256);
        using (writer.PushSetOf())
        {
            using (PushAttribute(writer, Oids.ContentType, out var values))
            using (values)
                writer.WriteObjectIdentifier(Oids.Data);
            using (PushAttribute(writer, Oids.SigningTime, out var values))
            using (values)
                WriteTime(writer, signingTime);
            using (PushAttribute(writer, Oids.MessageDigest, out var values))
            using (values)
                writer.WriteOctetString(hash);
        }

        return writer.Encode();
    }

    private static AsnWriter.Scope PushAttribute(AsnWriter writer, string type, out AsnWriter.Scope values)
    {
        var attribute = writer.PushSequence();
        writer.WriteObjectIdentifier(type);
        values = writer.PushSetOf();
        return attribute;
    }

    // RFC 5652, 11.3: UTCTime through 2049, GeneralizedTime from 2050.
    private static void WriteTime(AsnWriter writer, DateTimeOffset time)
    {
        if (time.UtcDateTime.Year < 2050)
            writer.WriteUtcTime(time, 2049);
        else
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
    }

    private byte[] Sign(byte[] content) => _key switch
    {
        RSA rsa => rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ECDsa curve => curve.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
        _ => throw new PassCertificateException(PassCertificateProblem.UnsupportedKey, "The key is neither RSA nor elliptic curve; Wallet knows only those."),
    };

    private static byte[] EncodeAlgorithm(string algorithm, bool withNull) => Encode(writer =>
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(algorithm);
            if (withNull)
                writer.WriteNull();
        }
    });

    private static byte[] Encode(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return writer.Encode();
    }
}

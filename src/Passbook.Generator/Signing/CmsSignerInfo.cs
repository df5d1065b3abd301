using System.Formats.Asn1;

namespace Passbook.Generator;

/// <summary>A SignerInfo (RFC 5652, 5.3): who signed, what, and how.</summary>
internal sealed record CmsSignerInfo
{
    private static readonly Asn1Tag Implicit0 = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Implicit1 = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private static readonly Asn1Tag KeyIdentifierTag = new(TagClass.ContextSpecific, 0);

    /// <summary>1 for a signer named by issuer and serial number, 3 by the identifier of the key; 0 when it says otherwise.</summary>
    public required int Version { get; init; }

    /// <summary>The name of the certificate's issuer, and its serial number; null when named by key.</summary>
    public ReadOnlyMemory<byte>? Issuer { get; init; }

    public ReadOnlyMemory<byte> SerialNumber { get; init; }

    /// <summary>The identifier of the key.</summary>
    public ReadOnlyMemory<byte> KeyIdentifier { get; init; }

    /// <summary>Null when it comes with parameters, which none of those known here has.</summary>
    public required string? DigestAlgorithm { get; init; }

    /// <summary>What is signed, and with it the hash of the content; null when the content itself is.</summary>
    public CmsAttributes? Attributes { get; init; }

    public required string? SignatureAlgorithm { get; init; }

    public required ReadOnlyMemory<byte> Signature { get; init; }

    public static CmsSignerInfo Read(AsnReader reader)
    {
        reader.TryReadInt32(out var version);
        var (issuer, serial, key) = ReadIdentity(reader);
        var signer = new CmsSignerInfo
        {
            Version = version == (issuer is null ? 3 : 1) ? version : 0,
            Issuer = issuer,
            SerialNumber = serial,
            KeyIdentifier = key,
            DigestAlgorithm = ReadAlgorithm(reader),
            Attributes = reader.PeekTag() == Implicit0 ? CmsAttributes.Read(reader.ReadEncodedValue()) : null,
            SignatureAlgorithm = ReadAlgorithm(reader),
            Signature = reader.ReadOctetString(),
        };
        if (reader.HasData && reader.PeekTag() == Implicit1)
            reader.ReadEncodedValue();
        reader.ThrowIfNotEmpty();
        return signer;
    }

    public static string? ReadAlgorithm(AsnReader reader)
    {
        var algorithm = reader.ReadSequence();
        var name = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData && algorithm.PeekTag() == Asn1Tag.Null)
            algorithm.ReadNull();
        return algorithm.HasData ? null : name;
    }

    /// <summary>True for the certificate of this signer.</summary>
    public bool IsNamed(KnownCertificate certificate) => Issuer is { } issuer
        ? issuer.Span.SequenceEqual(certificate.IssuerName) && SerialNumber.Span.SequenceEqual(certificate.SerialNumber.Span)
        : KeyIdentifier.Span.SequenceEqual(certificate.KeyIdentifier.Span);

    private static (ReadOnlyMemory<byte>? Issuer, ReadOnlyMemory<byte> Serial, ReadOnlyMemory<byte> Key) ReadIdentity(AsnReader reader)
    {
        if (reader.PeekTag() != Asn1Tag.Sequence)
            return (null, default, reader.ReadOctetString(KeyIdentifierTag));
        var identity = reader.ReadSequence();
        var issuer = identity.ReadEncodedValue();
        var serial = identity.ReadIntegerBytes();
        identity.ThrowIfNotEmpty();
        return (issuer, serial, default);
    }
}

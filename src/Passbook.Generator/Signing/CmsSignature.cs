using System.Formats.Asn1;

namespace Passbook.Generator;

/// <summary>A CMS SignedData (RFC 5652, 5.1) taken apart. Nothing of it is verified yet.</summary>
/// <remarks>
/// Not SignedCms, which decodes every certificate anew for each package, and hardly looks at what stands around the signed part
/// and is protected by no signature.
/// </remarks>
internal sealed class CmsSignature
{
    private static readonly Asn1Tag Implicit0 = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Implicit1 = new(TagClass.ContextSpecific, 1, isConstructed: true);

    private CmsSignature(List<ReadOnlyMemory<byte>> certificates, CmsSignerInfo signer, bool isConsistent)
    {
        Certificates = certificates;
        Signer = signer;
        IsConsistent = isConsistent;
    }

    /// <summary>The certificates, each in DER.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; }

    public CmsSignerInfo Signer { get; }

    /// <summary>True for a detached signature over data by one signer, whose versions and algorithms agree with each other.</summary>
    public bool IsConsistent { get; }

    /// <exception cref="AsnContentException">It is no CMS with a signer.</exception>
    public static CmsSignature Read(ReadOnlyMemory<byte> cms)
    {
        var file = new AsnReader(cms, AsnEncodingRules.BER);
        var outer = file.ReadSequence();
        file.ThrowIfNotEmpty();
        var isSignedData = outer.ReadObjectIdentifier() == Oids.SignedData;
        var content = outer.ReadSequence(Implicit0).ReadSequence();
        outer.ThrowIfNotEmpty();

        content.TryReadInt32(out var version);
        var digests = ReadAlgorithms(content.ReadSetOf(skipSortOrderValidation: true));
        var encapsulated = content.ReadSequence();
        var isDetachedData = encapsulated.ReadObjectIdentifier() == Oids.Data && !encapsulated.HasData;
        var certificates = ReadCertificates(content);
        if (content.HasData && content.PeekTag() == Implicit1)
            content.ReadEncodedValue();
        var signers = content.ReadSetOf(skipSortOrderValidation: true);
        content.ThrowIfNotEmpty();

        var signer = CmsSignerInfo.Read(signers.ReadSequence());
        var isConsistent = isSignedData && isDetachedData && !signers.HasData
            && version == signer.Version && digests is [var only] && only == signer.DigestAlgorithm;
        return new CmsSignature(certificates, signer, isConsistent);
    }

    private static List<string?> ReadAlgorithms(AsnReader set)
    {
        var algorithms = new List<string?>();
        while (set.HasData)
            algorithms.Add(CmsSignerInfo.ReadAlgorithm(set));
        return algorithms;
    }

    private static List<ReadOnlyMemory<byte>> ReadCertificates(AsnReader content)
    {
        var certificates = new List<ReadOnlyMemory<byte>>();
        if (!content.HasData || content.PeekTag() != Implicit0)
            return certificates;
        var set = content.ReadSetOf(skipSortOrderValidation: true, Implicit0);
        while (set.HasData)
        {
            // Other kinds than X.509 have a tag of their own.
            var isX509 = set.PeekTag() == Asn1Tag.Sequence;
            var certificate = set.ReadEncodedValue();
            if (isX509)
                certificates.Add(certificate);
        }

        return certificates;
    }
}

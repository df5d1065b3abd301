using System.Formats.Asn1;

namespace Passbook.Generator;

/// <summary>What stands around the signed part of a CMS (RFC 5652, 5.1), which no signature protects and SignedCms hardly looks at.</summary>
internal static class CmsFrame
{
    private static readonly Asn1Tag Implicit0 = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Implicit1 = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <summary>True for a detached signature over data by one signer, whose versions and algorithms agree with each other.</summary>
    /// <exception cref="AsnContentException">It is no CMS.</exception>
    public static bool IsConsistent(ReadOnlyMemory<byte> cms)
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
        SkipOptional(content, Implicit0);
        SkipOptional(content, Implicit1);
        var signers = content.ReadSetOf(skipSortOrderValidation: true);
        content.ThrowIfNotEmpty();

        var signer = signers.ReadSequence();
        signers.ThrowIfNotEmpty();
        return isSignedData && isDetachedData && IsConsistent(signer, version, digests);
    }

    // The version says how the signer is named: 1 by issuer and serial number, 3 by the identifier of its key.
    private static bool IsConsistent(AsnReader signer, int version, List<string> digests)
    {
        signer.TryReadInt32(out var signerVersion);
        var byIssuer = signer.PeekTag() == Asn1Tag.Sequence;
        signer.ReadEncodedValue();
        var digest = signer.ReadSequence().ReadObjectIdentifier();
        return version == signerVersion && version == (byIssuer ? 1 : 3) && digests is [var only] && only == digest;
    }

    private static List<string> ReadAlgorithms(AsnReader set)
    {
        var algorithms = new List<string>();
        while (set.HasData)
            algorithms.Add(set.ReadSequence().ReadObjectIdentifier());
        return algorithms;
    }

    private static void SkipOptional(AsnReader reader, Asn1Tag tag)
    {
        if (reader.HasData && reader.PeekTag() == tag)
            reader.ReadEncodedValue();
    }
}

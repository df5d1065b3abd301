namespace Passbook.Generator;

/// <summary>A CMS that was written, to be written again with other attributes and another signature of the same length.</summary>
/// <remarks>The lengths of all that stands around them say only how long they are. With an RSA key they always fit.</remarks>
internal sealed class CmsTemplate(byte[] cms, byte[] attributes, byte[] signature)
{
    private readonly byte[] _cms = [.. cms];
    private readonly int _attributesStart = cms.AsSpan().LastIndexOf(attributes);
    private readonly int _attributesLength = attributes.Length;
    private readonly int _signatureLength = signature.Length;

    /// <summary>The CMS with these; null when they are of another length.</summary>
    public byte[]? Take(ReadOnlySpan<byte> attributes, ReadOnlySpan<byte> signature)
    {
        if (attributes.Length != _attributesLength || signature.Length != _signatureLength)
            return null;
        var written = GC.AllocateUninitializedArray<byte>(_cms.Length);
        _cms.CopyTo(written, 0);
        attributes.CopyTo(written.AsSpan(_attributesStart));
        signature.CopyTo(written.AsSpan(written.Length - _signatureLength));
        return written;
    }
}

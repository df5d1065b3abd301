using System.Formats.Asn1;

namespace Passbook.Generator;

/// <summary>The signed attributes of a CMS (RFC 5652, 11).</summary>
internal sealed class CmsAttributes
{
    private const byte SetTag = 0x31;
    private const byte IndefiniteLength = 0x80;

    private CmsAttributes(IReadOnlyList<byte[]> signed) => Signed = signed;

    /// <summary>What the signature may be over: the attributes as they stand there, or as DER orders them.</summary>
    public IReadOnlyList<byte[]> Signed { get; }

    /// <summary>What was signed; null unless said once.</summary>
    public string? ContentType { get; private init; }

    /// <summary>The hash of the content; null unless said once.</summary>
    public ReadOnlyMemory<byte>? MessageDigest { get; private init; }

    /// <summary>When it was signed; null when it is not said, or not so that it can be read.</summary>
    public DateTimeOffset? SigningTime { get; private init; }

    /// <exception cref="AsnContentException">These are no attributes.</exception>
    public static CmsAttributes Read(ReadOnlyMemory<byte> encoded)
    {
        var set = new AsnReader(encoded, AsnEncodingRules.BER)
            .ReadSetOf(skipSortOrderValidation: true, new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true));
        var ordered = new AsnWriter(AsnEncodingRules.DER);
        var values = new Dictionary<string, ReadOnlyMemory<byte>?>(StringComparer.Ordinal);
        using (ordered.PushSetOf())
        {
            while (set.HasData)
            {
                // What was signed is DER: a length that could be shorter is refused here, as content and not as a wrong argument.
                ordered.WriteEncodedValue(new AsnReader(set.PeekEncodedValue(), AsnEncodingRules.DER).PeekEncodedValue().Span);
                var attribute = set.ReadSequence();
                var type = attribute.ReadObjectIdentifier();
                var value = ReadSingle(attribute.ReadSetOf(skipSortOrderValidation: true));
                attribute.ThrowIfNotEmpty();
                // An attribute that stands there twice is none.
                values[type] = values.ContainsKey(type) ? null : value;
            }
        }

        return new CmsAttributes(AsSigned(encoded.Span, ordered.Encode()))
        {
            ContentType = Reader(values, Oids.ContentType)?.ReadObjectIdentifier(),
            MessageDigest = Reader(values, Oids.MessageDigest)?.ReadOctetString(),
            SigningTime = Reader(values, Oids.SigningTime) is { } time ? ReadTime(time) : null,
        };
    }

    // 5.4: what is signed has the tag of a SET, and is DER. Some signers do not put it in order.
    private static byte[][] AsSigned(ReadOnlySpan<byte> encoded, byte[] ordered)
    {
        if (encoded[1] == IndefiniteLength)
            return [ordered];
        byte[] written = [SetTag, .. encoded[1..]];
        return written.AsSpan().SequenceEqual(ordered) ? [ordered] : [written, ordered];
    }

    private static ReadOnlyMemory<byte>? ReadSingle(AsnReader values)
    {
        var value = values.ReadEncodedValue();
        return values.HasData ? null : value;
    }

    private static AsnReader? Reader(Dictionary<string, ReadOnlyMemory<byte>?> values, string type) =>
        values.GetValueOrDefault(type) is { } value ? new AsnReader(value, AsnEncodingRules.DER) : null;

    private static DateTimeOffset? ReadTime(AsnReader reader)
    {
        try
        {
            return reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}

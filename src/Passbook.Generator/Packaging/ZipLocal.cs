using System.Buffers.Binary;

namespace Passbook.Generator;

/// <summary>Compares the header in front of an entry with what the directory says: programs go by either.</summary>
internal static class ZipLocal
{
    private const int Streamed = 1 << 3;
    private const ushort Zip64Extra = 1;

    // What may follow the bytes of an entry whose size was not known before: signature, CRC, two sizes of 8 bytes.
    private const int MaxDescriptor = 24;

    /// <summary>The bytes of the header with its name and extra fields.</summary>
    /// <param name="header">The entry from its beginning, at least <see cref="ZipRecords.LocalSize"/> bytes.</param>
    public static int Length(ReadOnlySpan<byte> header) => ZipRecords.LocalSize
        + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);

    /// <summary>What is wrong before the header is looked at; null when nothing is.</summary>
    public static string? Damage(ZipRecord record, long directory) =>
        record.IsEncrypted ? "is encrypted"
        : record.Method is not (ZipRecords.Stored or ZipRecords.Deflated) ? "is compressed in a way Wallet does not know"
        : record.Offset + ZipRecords.LocalSize > directory ? "is not where the directory says"
        : null;

    /// <summary>What is wrong with an entry; null when nothing is.</summary>
    /// <param name="record">What the directory says.</param>
    /// <param name="header">The entry from its beginning; at least its header, if the archive has as much.</param>
    /// <param name="directory">Where the directory begins.</param>
    public static string? Damage(ZipRecord record, ReadOnlySpan<byte> header, long directory)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != ZipRecords.LocalSignature)
            return "is not where the directory says";
        var end = record.Offset + Length(header) + record.PackedSize;
        if (end > directory)
            return "breaks off";
        if (end > record.Bound)
            return "shares its bytes with another entry";
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        if (!header.Slice(ZipRecords.LocalSize, nameLength).SequenceEqual(record.RawName.Span))
            return "has two different names";
        return Agrees(record, header[..Length(header)], ZipRecords.LocalSize + nameLength) ? null : "says two different things about itself";
    }

    /// <summary>True when bytes that belong to nothing stand between an entry and the next.</summary>
    public static bool HasGap(ZipRecord record, ReadOnlySpan<byte> header)
    {
        var gap = record.Bound - record.Offset - Length(header) - record.PackedSize;
        return gap > ((Flags(header) & Streamed) != 0 ? MaxDescriptor : 0);
    }

    private static bool Agrees(ZipRecord record, ReadOnlySpan<byte> header, int extra)
    {
        var streamed = (Flags(header) & Streamed) != 0;
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(header[14..]);
        long packedSize = BinaryPrimitives.ReadUInt32LittleEndian(header[18..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(header[22..]);
        if (packedSize == uint.MaxValue && size == uint.MaxValue)
            (size, packedSize) = Zip64Sizes(header[extra..]);
        return (Flags(header) & ZipRecords.Encrypted) == 0
            && BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) == record.Method
            && Fits(crc, record.Crc, streamed) && Fits(packedSize, record.PackedSize, streamed) && Fits(size, record.Size, streamed);
    }

    private static ushort Flags(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);

    private static bool Fits(long value, long wanted, bool streamed) => value == wanted || (streamed && value == 0);

    // Programs that write to a pipe leave room for a large file, and it turns out small.
    private static (long Size, long PackedSize) Zip64Sizes(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (kind == Zip64Extra && length >= 16)
                return (BinaryPrimitives.ReadInt64LittleEndian(extra[4..]), BinaryPrimitives.ReadInt64LittleEndian(extra[12..]));
            extra = extra[(4 + length)..];
        }

        return (-1, -1);
    }
}

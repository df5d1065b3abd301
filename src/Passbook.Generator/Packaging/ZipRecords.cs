using System.Buffers.Binary;

namespace Passbook.Generator;

/// <summary>The records of a zip archive (PKWARE APPNOTE 4.3) whose entries are stored and of known size.</summary>
/// <remarks>
/// Images are compressed already, and what is left of a pass is smaller than the time it would take to deflate it; so nothing is
/// deflated, and the bytes of an entry never depend on the pass it is part of.
/// </remarks>
internal static class ZipRecords
{
    public const uint LocalSignature = 0x04034B50;
    public const uint CentralSignature = 0x02014B50;
    public const uint EndSignature = 0x06054B50;
    public const int LocalSize = 30;
    public const int CentralSize = 46;
    public const int EndSize = 22;
    public const ushort Stored = 0;
    public const ushort Deflated = 8;
    public const ushort Encrypted = 1;

    private const ushort Version = 20;
    private const ushort Utf8Names = 1 << 11;

    // 1980-01-01 00:00, the first moment zip knows: the same pass is the same bytes, whenever it is written.
    private const uint Moment = 0x0021_0000;

    /// <summary>Writes the header in front of an entry's bytes and returns what follows it.</summary>
    public static Span<byte> WriteLocal(Span<byte> target, scoped in ZipEntry entry)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, LocalSignature);
        WriteFacts(target[4..], entry);
        target = target[LocalSize..];
        entry.Name.CopyTo(target);
        return target[entry.Name.Length..];
    }

    /// <summary>Writes an entry's record in the directory at the end and returns what follows it.</summary>
    public static Span<byte> WriteCentral(Span<byte> target, scoped in ZipEntry entry, int offset)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, CentralSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(target[4..], Version);
        WriteFacts(target[6..], entry);
        target[32..42].Clear();
        BinaryPrimitives.WriteInt32LittleEndian(target[42..], offset);
        target = target[CentralSize..];
        entry.Name.CopyTo(target);
        return target[entry.Name.Length..];
    }

    public static void WriteEnd(Span<byte> target, int entries, int directorySize, int directoryOffset)
    {
        target[..EndSize].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(target, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(target[8..], checked((ushort)entries));
        BinaryPrimitives.WriteUInt16LittleEndian(target[10..], checked((ushort)entries));
        BinaryPrimitives.WriteInt32LittleEndian(target[12..], directorySize);
        BinaryPrimitives.WriteInt32LittleEndian(target[16..], directoryOffset);
    }

    /// <summary>What the local header and the record in the directory have in common, 26 bytes.</summary>
    private static void WriteFacts(Span<byte> target, scoped in ZipEntry entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(target, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(target[2..], Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(target[4..], Stored);
        BinaryPrimitives.WriteUInt32LittleEndian(target[6..], Moment);
        BinaryPrimitives.WriteUInt32LittleEndian(target[10..], entry.Crc);
        BinaryPrimitives.WriteInt32LittleEndian(target[14..], entry.Size);
        BinaryPrimitives.WriteInt32LittleEndian(target[18..], entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(target[22..], checked((ushort)entry.Name.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(target[24..], 0);
    }
}

/// <summary>A stored entry: its name in UTF-8, its size and its CRC-32.</summary>
internal readonly ref struct ZipEntry(ReadOnlySpan<byte> name, int size, uint crc)
{
    public ZipEntry(ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
        : this(name, content.Length, Crc32.Of(content))
    {
    }

    public ReadOnlySpan<byte> Name { get; } = name;

    public int Size { get; } = size;

    public uint Crc { get; } = crc;
}

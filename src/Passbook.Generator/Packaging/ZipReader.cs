using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Passbook.Generator;

/// <summary>Unpacks an archive that may be hostile, within limits, believing nothing it says about itself.</summary>
internal sealed class ZipReader(ReadOnlyMemory<byte> archive, PassReadOptions options)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private long _budget = options.MaxBytes;

    private ReadOnlySpan<byte> Bytes => archive.Span;

    /// <exception cref="PassFormatException">There is no archive, or it is larger than the limits.</exception>
    public List<ZipFile> Read()
    {
        var end = FindEnd();
        var record = Bytes[end..];
        int count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if (count == ushort.MaxValue || start == uint.MaxValue)
            throw new PassFormatException("The archive is in the zip64 format, which is for far larger things than a pass.");
        if (count > options.MaxEntries)
            throw new PassFormatException($"The archive has {count} entries; at most {options.MaxEntries} are read.");
        if (start + (long)size > end)
            throw new PassFormatException("The archive is damaged: its directory is not where it says.");

        var files = new List<ZipFile>(count);
        var position = (int)start;
        for (var index = 0; index < count; index++)
            files.Add(ReadEntry(ref position, (int)start, end));
        return files;
    }

    private int FindEnd()
    {
        var lowest = Math.Max(0, Bytes.Length - ZipRecords.EndSize - ushort.MaxValue);
        for (var position = Bytes.Length - ZipRecords.EndSize; position >= lowest; position--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(Bytes[position..]) == ZipRecords.EndSignature)
                return position;
        }

        throw new PassFormatException("This is no pass: it is not a zip archive.");
    }

    /// <summary>Reads one record of the directory, and the entry it is about.</summary>
    private ZipFile ReadEntry(ref int position, int directory, int end)
    {
        if (position + ZipRecords.CentralSize > end
            || BinaryPrimitives.ReadUInt32LittleEndian(Bytes[position..]) != ZipRecords.CentralSignature)
            throw new PassFormatException("The archive is damaged: its directory breaks off.");
        var record = Bytes[position..end];
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(record[28..]);
        var length = ZipRecords.CentralSize + nameLength
            + BinaryPrimitives.ReadUInt16LittleEndian(record[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(record[32..]);
        if (length > record.Length)
            throw new PassFormatException("The archive is damaged: its directory breaks off.");
        position += length;
        var name = record.Slice(ZipRecords.CentralSize, nameLength);
        return Unpack(DecodeName(name), name, record, directory);
    }

    private ZipFile Unpack(string name, ReadOnlySpan<byte> rawName, ReadOnlySpan<byte> record, int directory)
    {
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(record[8..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        long packedSize = BinaryPrimitives.ReadUInt32LittleEndian(record[20..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(record[24..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(record[42..]);

        if ((flags & ZipRecords.Encrypted) != 0)
            return new ZipFile(name, null, "is encrypted");
        if (offset + ZipRecords.LocalSize > directory
            || BinaryPrimitives.ReadUInt32LittleEndian(Bytes[(int)offset..]) != ZipRecords.LocalSignature)
            return new ZipFile(name, null, "is not where the directory says");
        var local = Bytes[(int)offset..directory];
        var start = ZipRecords.LocalSize
            + BinaryPrimitives.ReadUInt16LittleEndian(local[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(local[28..]);
        if (start + packedSize > local.Length)
            return new ZipFile(name, null, "breaks off");
        // Programs that go by the local headers would unpack something else than programs that go by the directory.
        if (!local[ZipRecords.LocalSize..].StartsWith(rawName)
            || BinaryPrimitives.ReadUInt16LittleEndian(local[26..]) != rawName.Length)
            return new ZipFile(name, null, "has two different names");

        Spend(size);
        var packed = archive.Slice((int)offset + start, (int)packedSize);
        return method switch
        {
            ZipRecords.Stored when packedSize == size => Checked(name, packed, crc),
            ZipRecords.Stored => new ZipFile(name, null, "lies about its size"),
            ZipRecords.Deflated => Inflate(name, packed, (int)size, crc),
            _ => new ZipFile(name, null, "is compressed in a way Wallet does not know"),
        };
    }

    private void Spend(long size)
    {
        _budget -= size;
        if (_budget < 0)
            throw new PassFormatException($"The archive unpacks to more than {options.MaxBytes / (1024 * 1024)} MB, which is the most that is read.");
    }

    private static ZipFile Inflate(string name, ReadOnlyMemory<byte> packed, int size, uint crc)
    {
        var content = new byte[size];
        try
        {
            using var stream = new DeflateStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var read = stream.ReadAtLeast(content, size, throwOnEndOfStream: false);
            return read == size && stream.ReadByte() < 0
                ? Checked(name, content, crc)
                : new ZipFile(name, null, "lies about its size");
        }
        catch (InvalidDataException)
        {
            return new ZipFile(name, null, "is damaged");
        }
    }

    private static ZipFile Checked(string name, ReadOnlyMemory<byte> content, uint crc) =>
        new(name, content, Crc32.Of(content.Span) == crc ? null : "is damaged (its checksum differs)");

    private static string DecodeName(ReadOnlySpan<byte> name)
    {
        try
        {
            return StrictUtf8.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(name);
        }
    }
}

using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Passbook.Generator;

/// <summary>Unpacks entries, all of one archive together not beyond a limit.</summary>
/// <param name="limits">The limit.</param>
/// <param name="hashing">Whether the contents are hashed, as a manifest asks for.</param>
internal sealed class ZipUnpacker(PassReadLimits limits, bool hashing)
{
    private long _budget = limits.MaxBytes;

    /// <exception cref="PassFormatException">The archive unpacks to more than the limit.</exception>
    public ZipFile Unpack(ZipRecord record, ReadOnlyMemory<byte> packed)
    {
        _budget -= record.Size;
        if (_budget < 0)
            throw new PassFormatException($"The archive unpacks to more than {limits.Size}, which is the most that is read.");
        if (record.Method == ZipRecords.Deflated)
            return Inflate(record, packed);
        return record.PackedSize == record.Size
            ? Checked(record, packed)
            : new ZipFile(record.Name, null, "lies about its size");
    }

    private ZipFile Inflate(ZipRecord record, ReadOnlyMemory<byte> packed)
    {
        var size = (int)record.Size;
        var content = GC.AllocateUninitializedArray<byte>(size);
        try
        {
            using var stream = new DeflateStream(AsStream(packed), CompressionMode.Decompress);
            var read = stream.ReadAtLeast(content, size, throwOnEndOfStream: false);
            return read == size && stream.ReadByte() < 0
                ? Checked(record, content)
                : new ZipFile(record.Name, null, "lies about its size");
        }
        catch (InvalidDataException)
        {
            return new ZipFile(record.Name, null, "is damaged");
        }
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array ?? [], array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private ZipFile Checked(ZipRecord record, ReadOnlyMemory<byte> content)
    {
        // The hash takes longer, and leaves the bytes near the processor for the checksum.
        byte[] hash = hashing ? SHA1.HashData(content.Span) : [];
        var isWhole = Crc32.Of(content.Span) == record.Crc;
        return new ZipFile(record.Name, content, isWhole ? null : "is damaged (its checksum differs)") { Hash = hash };
    }
}

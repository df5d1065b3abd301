using System.Buffers.Binary;

namespace Passbook.Generator;

/// <summary>The record at the end of an archive, which says where its directory is.</summary>
/// <param name="Position">Where the record stands in the archive.</param>
/// <param name="Count">The number of entries.</param>
/// <param name="DirectoryStart">Where the directory begins.</param>
/// <param name="DirectorySize">The bytes of the directory.</param>
/// <param name="Oddity">What is strange about it, a sentence; null when nothing is.</param>
internal sealed record ZipEnd(long Position, int Count, long DirectoryStart, int DirectorySize, string? Oddity)
{
    /// <summary>How much of an archive's end is needed to find the record: it may be followed by a comment.</summary>
    public const int SearchSize = Zip64LocatorSize + ZipRecords.EndSize + ushort.MaxValue;

    private const int Zip64LocatorSize = 20;

    // 200 entries with long names; what is larger serves nobody but to fill the memory.
    private const int MaxDirectorySize = 1024 * 1024;

    /// <param name="tail">The last bytes of the archive, at least <see cref="SearchSize"/> unless it is shorter.</param>
    /// <param name="tailStart">Where they stand in the archive.</param>
    /// <param name="limits">What may be read.</param>
    /// <exception cref="PassFormatException">There is no archive, or it is not of the kind a pass is.</exception>
    public static ZipEnd Find(ReadOnlySpan<byte> tail, long tailStart, PassReadLimits limits)
    {
        var (index, isLast) = Search(tail);
        var record = tail[index..];
        var count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if (count == ushort.MaxValue || size == uint.MaxValue || start == uint.MaxValue || HasZip64(tail[..index]))
            throw new PassFormatException("The archive is in the zip64 format, which is for far larger things than a pass.");
        if (BinaryPrimitives.ReadUInt32LittleEndian(record[4..]) != 0 || BinaryPrimitives.ReadUInt16LittleEndian(record[8..]) != count)
            throw new PassFormatException("The archive is one of several parts.");
        if (count > limits.MaxEntries)
            throw new PassFormatException($"The archive has {count} entries; at most {limits.MaxEntries} are read.");
        var position = tailStart + index;
        if (start + (long)size > position)
            throw new PassFormatException("The archive is damaged: its directory is not where it says.");
        if (size > MaxDirectorySize)
            throw new PassFormatException("The directory of the archive is larger than 1 MB, which is the most that is read.");
        return new ZipEnd(position, count, start, (int)size, FindOddity(isLast, start + size == position));
    }

    /// <summary>The record nearest to the end whose comment ends with the archive; if there is none, the one nearest to the end.</summary>
    private static (int Index, bool IsLast) Search(ReadOnlySpan<byte> tail)
    {
        ReadOnlySpan<byte> signature = "PK\x05\x06"u8;
        var nearest = -1;
        var rest = tail.Length >= ZipRecords.EndSize ? tail[..^(ZipRecords.EndSize - signature.Length)] : default;
        while (rest.LastIndexOf(signature) is >= 0 and var index)
        {
            if (index + ZipRecords.EndSize + BinaryPrimitives.ReadUInt16LittleEndian(tail[(index + 20)..]) == tail.Length)
                return (index, true);
            nearest = Math.Max(nearest, index);
            rest = rest[..index];
        }

        return nearest >= 0 ? (nearest, false) : throw new PassFormatException("This is no pass: it is not a zip archive.");
    }

    private static bool HasZip64(ReadOnlySpan<byte> before) =>
        before.Length >= Zip64LocatorSize && before[^Zip64LocatorSize..].StartsWith("PK\x06\x07"u8);

    private static string? FindOddity(bool isLast, bool followsDirectory) =>
        !isLast ? "There are bytes after the end of the archive."
        : !followsDirectory ? "There are bytes between the archive's directory and its end."
        : null;
}

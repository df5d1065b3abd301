using System.Buffers.Binary;

namespace Passbook.Generator.Tests.Support;

/// <summary>Which bytes of an archive say nothing about its files.</summary>
internal sealed class ZipFields
{
    // APPNOTE 4.3.7: version needed, flags, time. Of the flags, three are read; the mask of a test may meet the others.
    private static readonly (int Start, int Length)[] OfLocal = [(4, 4), (10, 4)];

    // 4.3.12: versions, flags, time, disk, internal and external attributes, of which the kind of file is read.
    private static readonly (int Start, int Length)[] OfCentral = [(4, 6), (12, 4), (34, 8)];

    private readonly HashSet<int> _unread = [];

    public ZipFields(byte[] archive)
    {
        var directory = BinaryPrimitives.ReadInt32LittleEndian(archive.AsSpan(archive.Length - 22 + 16));
        while (BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(directory)) == RawEntry.CentralSignature)
        {
            Add(directory, OfCentral);
            Add(BinaryPrimitives.ReadInt32LittleEndian(archive.AsSpan(directory + 42)), OfLocal);
            directory += 46 + BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(directory + 28));
        }
    }

    public bool IsUnread(int place) => _unread.Contains(place);

    private void Add(int record, (int Start, int Length)[] fields) =>
        _unread.UnionWith(fields.SelectMany(field => Enumerable.Range(record + field.Start, field.Length)));
}

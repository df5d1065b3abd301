using System.Buffers.Binary;
using System.Text;

namespace Passbook.Generator.Tests.Support;

/// <summary>Writes archives field by field, so that any of them can lie.</summary>
internal sealed class RawZip
{
    private readonly List<byte> _output = [];
    private readonly List<byte> _directory = [];

    private int _count;

    /// <summary>Bytes that belong to nothing.</summary>
    public RawZip Junk(int length)
    {
        _output.AddRange(new byte[length]);
        return this;
    }

    public RawZip Add(RawEntry entry)
    {
        var offset = (uint)_output.Count;
        var packed = entry.Packed;
        _output.AddRange(Record(RawEntry.LocalSignature, entry, entry.Local ?? entry, packed.Length));
        _output.AddRange(packed);
        return List(entry with { Offset = entry.Offset ?? offset, PackedSize = entry.PackedSize ?? (uint)packed.Length });
    }

    /// <summary>Adds an entry to the directory only.</summary>
    public RawZip List(RawEntry entry)
    {
        _directory.AddRange(Record(RawEntry.CentralSignature, entry, entry, 0));
        _count++;
        return this;
    }

    /// <summary>Ends the archive.</summary>
    /// <param name="change">What is done to the record at the end, whose 22 bytes it is given.</param>
    /// <param name="beforeEnd">Bytes between the directory and that record.</param>
    /// <param name="comment">What follows it.</param>
    public byte[] Build(Action<byte[]>? change = null, byte[]? beforeEnd = null, byte[]? comment = null)
    {
        var end = new byte[22];
        "PK\x05\x06"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)_count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)_count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)_directory.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)_output.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(20), (ushort)(comment?.Length ?? 0));
        change?.Invoke(end);
        return [.. _output, .. _directory, .. beforeEnd ?? [], .. end, .. comment ?? []];
    }

    private static byte[] Record(uint signature, RawEntry entry, RawEntry facts, int packedSize)
    {
        var isCentral = signature == RawEntry.CentralSignature;
        var name = facts.RawName ?? Encoding.UTF8.GetBytes(facts.Name);
        var head = new byte[isCentral ? 46 : 30];
        BinaryPrimitives.WriteUInt32LittleEndian(head, signature);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(4), 20);
        var rest = head.AsSpan(isCentral ? 6 : 4);
        BinaryPrimitives.WriteUInt16LittleEndian(rest, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[2..], facts.Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[4..], facts.Method);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[10..], facts.Crc ?? Crc32.Of(entry.Content));
        BinaryPrimitives.WriteUInt32LittleEndian(rest[14..], facts.PackedSize ?? (uint)packedSize);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[18..], facts.Size ?? (uint)entry.Content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[22..], (ushort)name.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[24..], (ushort)facts.Extra.Length);
        if (isCentral)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(38), entry.Attributes);
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(42), entry.Offset ?? 0);
        }

        return [.. head, .. name, .. facts.Extra];
    }
}

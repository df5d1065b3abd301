using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Passbook.Generator;

/// <summary>What the directory of an archive says about an entry.</summary>
internal sealed class ZipRecord
{
    // No more of a name is kept than is needed to see that it is too long.
    private const int MaxNameBytes = 4 * (AssetName.MaxLength + 1);

    private const uint FileKinds = 0xF000;
    private const uint RegularFile = 0x8000;
    private const uint Folder = 0x4000;

    // Encrypted, strongly encrypted, directory encrypted.
    private const int AnyEncryption = 1 | 1 << 6 | 1 << 13;

    private readonly uint _attributes;

    private ZipRecord(ReadOnlyMemory<byte> record, ReadOnlyMemory<byte> name)
    {
        var bytes = record.Span;
        RawName = name;
        Name = Decode(name.Span[..Math.Min(name.Length, MaxNameBytes)]);
        IsEncrypted = (BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]) & AnyEncryption) != 0;
        Method = BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]);
        Crc = BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]);
        PackedSize = BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]);
        Size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]);
        _attributes = BinaryPrimitives.ReadUInt32LittleEndian(bytes[38..]);
        Offset = BinaryPrimitives.ReadUInt32LittleEndian(bytes[42..]);
    }

    public string Name { get; }

    public ReadOnlyMemory<byte> RawName { get; }

    public bool IsEncrypted { get; }

    public ushort Method { get; }

    public uint Crc { get; }

    public long PackedSize { get; }

    public long Size { get; }

    /// <summary>Where the entry's local header stands.</summary>
    public long Offset { get; }

    /// <summary>Where the next entry begins, or the directory: no byte of this entry may stand there or later.</summary>
    public long Bound { get; set; }

    /// <summary>True for symbolic links, devices and the like (APPNOTE 4.4.15; the upper half is the mode of Unix).</summary>
    public bool IsSpecial => (_attributes >> 16 & FileKinds) is not (0 or RegularFile or Folder);

    /// <summary>Some programs add entries for folders; they hold nothing and Wallet passes over them.</summary>
    public bool IsFolder => Name.EndsWith('/') && Size == 0;

    /// <summary>Reads the first record of what is left of a directory, and returns what follows it.</summary>
    /// <exception cref="PassFormatException">There is none.</exception>
    public static ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> directory, out ZipRecord record)
    {
        var bytes = directory.Span;
        if (bytes.Length < ZipRecords.CentralSize || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != ZipRecords.CentralSignature)
            throw new PassFormatException("The archive is damaged: its directory breaks off.");
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        var length = ZipRecords.CentralSize + nameLength
            + BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(bytes[32..]);
        if (length > bytes.Length)
            throw new PassFormatException("The archive is damaged: its directory breaks off.");
        record = new ZipRecord(directory[..ZipRecords.CentralSize], directory.Slice(ZipRecords.CentralSize, nameLength));
        return directory[length..];
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        var name = Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        // Names end up in sentences and logs; these letters are what AssetName refuses, whatever they were.
        return name.Any(char.IsControl) ? string.Concat(name.Select(letter => char.IsControl(letter) ? AssetName.Replacement : letter)) : name;
    }
}

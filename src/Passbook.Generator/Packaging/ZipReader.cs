namespace Passbook.Generator;

/// <summary>Unpacks an archive that may be hostile, within limits, believing nothing it says about itself.</summary>
internal sealed class ZipReader(ReadOnlyMemory<byte> archive, PassReadLimits limits)
{
    private readonly ZipUnpacker _unpacker = new(limits, hashing: true);

    /// <summary>What is strange about the archive, a sentence; null when nothing is, and before it was read.</summary>
    public string? Oddity { get; private set; }

    /// <exception cref="PassFormatException">There is no archive, or it is larger than the limits.</exception>
    public List<ZipFile> Read()
    {
        var tail = Math.Max(0, archive.Length - ZipEnd.SearchSize);
        var end = ZipEnd.Find(archive.Span[tail..], tail, limits);
        var directory = ZipDirectory.Read(archive.Slice((int)end.DirectoryStart, end.DirectorySize), end);
        Oddity = directory.Oddity;
        var files = new List<ZipFile>(directory.Records.Length);
        foreach (var record in directory.Records)
        {
            if (!record.IsFolder)
                files.Add(Unpack(record, directory.Start));
        }

        return files;
    }

    private ZipFile Unpack(ZipRecord record, long directory)
    {
        if (record.IsSpecial)
            return new ZipFile(record.Name, null, "is a link or a device, not a file", PassProblemCode.EntryNotAFile);
        if (ZipLocal.Damage(record, directory) is { } unreadable)
            return new ZipFile(record.Name, null, unreadable);
        var header = archive.Span[(int)record.Offset..];
        if (ZipLocal.Damage(record, header, directory) is { } damage)
            return new ZipFile(record.Name, null, damage);
        if (ZipLocal.HasGap(record, header))
            Oddity ??= "There are bytes between the entries of the archive.";
        return _unpacker.Unpack(record, archive.Slice((int)record.Offset + ZipLocal.Length(header), (int)record.PackedSize));
    }
}

namespace Passbook.Generator;

/// <summary>The directory of an archive.</summary>
/// <param name="Records">Its entries, in its order.</param>
/// <param name="Start">Where the directory begins: no entry reaches further.</param>
/// <param name="Oddity">What is strange about the archive, a sentence; null when nothing is.</param>
internal sealed record ZipDirectory(ZipRecord[] Records, long Start, string? Oddity)
{
    /// <exception cref="PassFormatException">The directory breaks off.</exception>
    public static ZipDirectory Read(ReadOnlyMemory<byte> directory, ZipEnd end)
    {
        var records = new ZipRecord[end.Count];
        for (var index = 0; index < records.Length; index++)
            directory = ZipRecord.Read(directory, out records[index]);
        SetBounds(records, end.DirectoryStart);
        return new ZipDirectory(records, end.DirectoryStart, end.Oddity ?? FindOddity(directory.Length, records));
    }

    // Two entries that share bytes are what bombs are made of; and programs that go by the local headers would find other entries.
    private static void SetBounds(ZipRecord[] records, long bound)
    {
        foreach (var record in records.OrderByDescending(record => record.Offset))
        {
            record.Bound = bound;
            bound = Math.Min(bound, record.Offset);
        }
    }

    private static string? FindOddity(int left, ZipRecord[] records) =>
        left > 0 ? "The archive has more entries than it says."
        : records.Length > 0 && records.Min(record => record.Offset) > 0 ? "There are bytes before the first entry of the archive."
        : null;
}

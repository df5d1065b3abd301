using System.IO.Compression;

namespace Passbook.Generator.Tests.Support;

/// <summary>Packages taken apart and put together again by the framework's own zip.</summary>
internal static class Reading
{
    public static Dictionary<string, byte[]> Unpack(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        return archive.Entries.ToDictionary(entry => entry.FullName, Unpack, StringComparer.Ordinal);
    }

    public static byte[] Pack(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        var zip = new RawZip();
        foreach (var (name, content) in files)
            zip.Add(new RawEntry(name, content));
        return zip.Build();
    }

    /// <summary>The package with one file more at its end.</summary>
    public static byte[] Append(byte[] package, RawEntry more)
    {
        var zip = new RawZip();
        foreach (var (name, content) in Unpack(package))
            zip.Add(new RawEntry(name, content));
        return zip.Add(more).Build();
    }

    private static byte[] Unpack(ZipArchiveEntry entry)
    {
        var content = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(content);
        return content;
    }
}

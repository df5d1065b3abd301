using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Passbook.Generator;

/// <summary>Files as they stand at the beginning of every package that has them: one run of bytes.</summary>
internal sealed class AssetBlock
{
    // Room for what a pass adds, so that sizes and offsets stay within the 31 bits used here.
    private const long Limit = 1L << 30;

    public AssetBlock(PassAsset[] files)
    {
        var names = files.Select(file => Encoding.UTF8.GetBytes(file.Name)).ToArray();
        var nameBytes = names.Sum(name => name.Length);
        var size = files.Sum(file => (long)file.Content.Length) + nameBytes + files.Length * ZipRecords.LocalSize;
        if (size > Limit)
            throw new ArgumentException("The files of a pass are larger than 1 GB together.", nameof(files));

        var entries = new byte[size];
        var directory = new byte[nameBytes + files.Length * ZipRecords.CentralSize];
        var manifest = new StringBuilder();
        var restOfDirectory = directory.AsSpan();
        Files = new PassAsset[files.Length];
        var offset = 0;
        var crc = 0u;
        for (var index = 0; index < files.Length; index++)
        {
            var content = files[index].Content.Span;
            var entry = new ZipEntry(names[index], content);
            content.CopyTo(ZipRecords.WriteLocal(entries.AsSpan(offset), entry));
            var header = entries.AsSpan(offset, ZipRecords.LocalSize + names[index].Length);
            crc = Crc32.Join(Crc32.Join(crc, Crc32.Of(header), header.Length), entry.Crc, entry.Size);
            restOfDirectory = ZipRecords.WriteCentral(restOfDirectory, entry, offset);
            manifest.Append(",\"").Append(JsonEncodedText.Encode(files[index].Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))
                .Append("\":\"").Append(Sha1Hex(content)).Append('"');
            offset += ZipRecords.LocalSize + names[index].Length;
            Files[index] = files[index] with { Content = entries.AsMemory(offset, content.Length) };
            offset += content.Length;
        }

        Entries = entries;
        Crc = crc;
        Directory = directory;
        ManifestMembers = Encoding.UTF8.GetBytes(manifest.ToString());
    }

    /// <summary>The files; their contents are parts of <see cref="Entries"/>.</summary>
    public PassAsset[] Files { get; }

    /// <summary>Local headers and contents.</summary>
    public ReadOnlyMemory<byte> Entries { get; }

    /// <summary>The CRC-32 of <see cref="Entries"/>, which a bundle asks for.</summary>
    public uint Crc { get; }

    /// <summary>The records of the archive's directory, for entries that begin at its first byte.</summary>
    public ReadOnlyMemory<byte> Directory { get; }

    /// <summary>The files' members of the manifest, each with a comma before it.</summary>
    public ReadOnlyMemory<byte> ManifestMembers { get; }

    // SHA-1 is what Wallet asks for in the manifest, of iOS 27 too; what protects a pass is the signature over the manifest.
    private static string Sha1Hex(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA1.HashData(content));
}

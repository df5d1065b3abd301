using System.IO.Compression;

namespace Passbook.Generator.Tests.Support;

/// <summary>An entry as it is to be written; what is not set is the truth.</summary>
public sealed record RawEntry(string Name, byte[] Content)
{
    public const uint LocalSignature = 0x04034B50;
    public const uint CentralSignature = 0x02014B50;

    public byte[]? RawName { get; init; }

    public ushort Method { get; init; }

    public ushort Flags { get; init; }

    public uint? Crc { get; init; }

    public uint? Size { get; init; }

    public uint? PackedSize { get; init; }

    public uint Attributes { get; init; }

    public uint? Offset { get; init; }

    public byte[] Extra { get; init; } = [];

    /// <summary>What the local header says, where it says something else.</summary>
    public RawEntry? Local { get; init; }

    public byte[] Packed => Method == 8 ? Deflate(Content) : Content;

    private static byte[] Deflate(byte[] content)
    {
        var output = new MemoryStream();
        using (var deflate = new DeflateStream(output, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        return output.ToArray();
    }
}

using System.Buffers;
using System.Security.Cryptography;

namespace Passbook.Generator;

/// <summary>What a pass adds to its assets, in one buffer: pass.json, manifest.json, signature, directory, end.</summary>
internal static class PassWriter
{
    private static ReadOnlySpan<byte> ManifestStart => "{\"pass.json\":\""u8;

    public static byte[] WriteManifest(ReadOnlySpan<byte> passJson, AssetBlock assets)
    {
        var manifest = new byte[ManifestStart.Length + (SHA1.HashSizeInBytes * 2) + 1 + assets.ManifestMembers.Length + 1];
        ManifestStart.CopyTo(manifest);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(passJson, hash);
        var rest = manifest.AsSpan(ManifestStart.Length);
        Convert.TryToHexStringLower(hash, rest, out var written);
        rest = rest[written..];
        rest[0] = (byte)'"';
        assets.ManifestMembers.Span.CopyTo(rest[1..]);
        rest[^1] = (byte)'}';
        return manifest;
    }

    /// <summary>Puts a package together.</summary>
    public static SealedPackage Write(AssetBlock assets, ReadOnlySpan<byte> passJson, ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signature)
    {
        var pass = new ZipEntry("pass.json"u8, passJson);
        var list = new ZipEntry("manifest.json"u8, manifest);
        var seal = new ZipEntry("signature"u8, signature);
        var names = pass.Name.Length + list.Name.Length + seal.Name.Length;
        var contents = (3 * ZipRecords.LocalSize) + names + pass.Size + list.Size + seal.Size;
        var directory = assets.Directory.Length + (3 * ZipRecords.CentralSize) + names;
        var length = contents + directory + ZipRecords.EndSize;
        var start = assets.Entries.Length;

        var rented = ArrayPool<byte>.Shared.Rent(length);
        var buffer = rented.AsSpan(0, length);
        var rest = WriteEntry(buffer, pass, passJson);
        var listOffset = start + length - rest.Length;
        rest = WriteEntry(rest, list, manifest);
        var sealOffset = start + length - rest.Length;
        rest = WriteEntry(rest, seal, signature);
        assets.Directory.Span.CopyTo(rest);
        rest = ZipRecords.WriteCentral(rest[assets.Directory.Length..], pass, start);
        rest = ZipRecords.WriteCentral(rest, list, listOffset);
        rest = ZipRecords.WriteCentral(rest, seal, sealOffset);
        ZipRecords.WriteEnd(rest, assets.Files.Length + 3, directory, start + contents);
        return new SealedPackage(assets, rented, length);
    }

    private static Span<byte> WriteEntry(Span<byte> target, scoped in ZipEntry entry, ReadOnlySpan<byte> content)
    {
        target = ZipRecords.WriteLocal(target, entry);
        content.CopyTo(target);
        return target[content.Length..];
    }
}

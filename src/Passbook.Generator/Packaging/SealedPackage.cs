using System.Buffers;

namespace Passbook.Generator;

/// <summary>A package ready to be written: the assets as they were prepared, and what the pass adds in a rented buffer.</summary>
internal sealed class SealedPackage(AssetBlock assets, byte[] rented, int length) : IDisposable
{
    public int Length => assets.Entries.Length + length;

    /// <summary>The CRC-32 of the whole package, for which the assets are not looked at again.</summary>
    public uint Crc => Crc32.Join(assets.Crc, Crc32.Of(rented.AsSpan(0, length)), length);

    public async ValueTask WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(assets.Entries, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(rented.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The package without the rented buffer.</summary>
    public PackedPass Keep() => new(assets.Entries, rented.AsSpan(0, length).ToArray());

    public void Dispose() => ArrayPool<byte>.Shared.Return(rented);
}

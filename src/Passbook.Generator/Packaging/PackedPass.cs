namespace Passbook.Generator;

/// <summary>
/// A signed package in memory, to be kept and written many times. Its images and localisations are not copied: all packages made
/// with the same <see cref="PassAssets"/> have them in common, so a thousand of them take little more memory than one.
/// </summary>
/// <remarks>Immutable and thread-safe. The package is the one run of bytes after the other.</remarks>
/// <param name="Assets">The entries of the archive that hold the assets, as they stand at its beginning.</param>
/// <param name="Own">What belongs to this pass: pass.json, manifest, signature, and the archive's directory.</param>
public sealed record PackedPass(ReadOnlyMemory<byte> Assets, ReadOnlyMemory<byte> Own)
{
    /// <summary>The size of the package in bytes.</summary>
    public long Length => (long)Assets.Length + Own.Length;

    /// <summary>Writes the package.</summary>
    /// <param name="output">Where to; it is not closed, and need not be seekable.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task WriteAsync(Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        await output.WriteAsync(Assets, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(Own, cancellationToken).ConfigureAwait(false);
    }
}

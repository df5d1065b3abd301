namespace Passbook.Generator;

/// <summary>Takes an archive into memory, up to a limit.</summary>
internal static class ArchiveBytes
{
    /// <exception cref="PassFormatException">It is larger than the limit.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream input, PassReadLimits limits, CancellationToken cancellationToken)
    {
        var known = input.CanSeek ? input.Length - input.Position : 0;
        RequireSize(known, limits);
        // One byte more than is there shows that nothing follows; nobody sees what is not yet written to.
        var archive = GC.AllocateUninitializedArray<byte>(known > 0 ? (int)Math.Min(known + 1, Array.MaxLength) : 64 * 1024);
        var length = 0;
        while (true)
        {
            var read = await input.ReadAsync(archive.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return archive.AsMemory(0, length);
            length += read;
            RequireSize(length, limits);
            if (length == archive.Length)
                Array.Resize(ref archive, (int)Math.Min(archive.Length * 4L, Math.Min(limits.MaxBytes + 1L, Array.MaxLength)));
        }
    }

    /// <exception cref="PassFormatException">It is more than the limit.</exception>
    public static void RequireSize(long length, PassReadLimits limits)
    {
        if (length > limits.MaxBytes)
            throw new PassFormatException($"The archive is larger than {limits.Size}, which is the most that is read.");
    }
}

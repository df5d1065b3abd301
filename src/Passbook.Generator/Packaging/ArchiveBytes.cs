using System.Buffers;

namespace Passbook.Generator;

/// <summary>An archive in memory, up to a limit.</summary>
/// <remarks>
/// A small one is in a rented buffer, and what is kept of it must be copied: that is faster than a buffer of its own, which would be
/// among the large objects that only a full collection takes away.
/// </remarks>
internal sealed class ArchiveBytes : IDisposable
{
    private const int MostRented = 1024 * 1024;

    private ArchiveBytes(byte[] buffer, bool isRented)
    {
        Buffer = buffer;
        IsRented = isRented;
    }

    public ReadOnlyMemory<byte> Content { get; private set; }

    /// <summary>True when the content is gone with this object.</summary>
    public bool IsRented { get; private set; }

    private byte[] Buffer { get; set; }

    /// <exception cref="PassFormatException">It is larger than the limit.</exception>
    public static async Task<ArchiveBytes> ReadAsync(Stream input, PassReadLimits limits, CancellationToken cancellationToken)
    {
        var known = input.CanSeek ? Math.Max(0, input.Length - input.Position) : 0;
        RequireSize(known, limits);
        // One byte more than is there shows that nothing follows.
        var archive = Make((int)Math.Min(known + 1, Array.MaxLength));
        try
        {
            await archive.FillAsync(input, limits, cancellationToken).ConfigureAwait(false);
            return archive;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <exception cref="PassFormatException">It is more than the limit.</exception>
    public static void RequireSize(long length, PassReadLimits limits)
    {
        if (length > limits.MaxBytes)
            throw new PassFormatException($"The archive is larger than {limits.Size}, which is the most that is read.");
    }

    public void Dispose()
    {
        if (IsRented)
            ArrayPool<byte>.Shared.Return(Buffer);
        IsRented = false;
        Buffer = [];
        Content = default;
    }

    // Nobody sees what is not yet written to.
    private static ArchiveBytes Make(int size) => size <= MostRented
        ? new ArchiveBytes(ArrayPool<byte>.Shared.Rent(size), isRented: true)
        : new ArchiveBytes(GC.AllocateUninitializedArray<byte>(size), isRented: false);

    private async Task FillAsync(Stream input, PassReadLimits limits, CancellationToken cancellationToken)
    {
        var length = 0;
        while (await input.ReadAsync(Buffer.AsMemory(length), cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            length += read;
            RequireSize(length, limits);
            if (length == Buffer.Length)
                Grow((int)Math.Min(length * 4L, Math.Min(limits.MaxBytes + 1L, Array.MaxLength)));
        }

        Content = Buffer.AsMemory(0, length);
    }

    private void Grow(int size)
    {
        var larger = Make(size);
        Buffer.CopyTo(larger.Buffer, 0);
        Dispose();
        (Buffer, IsRented) = (larger.Buffer, larger.IsRented);
    }
}

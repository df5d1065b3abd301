namespace Passbook.Generator;

/// <summary>An archive that stays where it is, in a stream that can seek, and of which parts are read.</summary>
internal sealed class ArchiveFile : IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly long _start;
    private readonly PassReadLimits _limits;
    private readonly bool _isOwn;

    private ArchiveFile(Stream stream, PassReadLimits limits, bool isOwn)
    {
        _stream = stream;
        _start = stream.Position;
        _limits = limits;
        _isOwn = isOwn;
    }

    /// <summary>Takes a stream from where it stands; one that cannot seek is copied to a temporary file first.</summary>
    /// <exception cref="PassFormatException">It is larger than the limit.</exception>
    public static async Task<ArchiveFile> OpenAsync(Stream input, PassReadLimits limits, CancellationToken cancellationToken) => input.CanSeek
        ? new ArchiveFile(input, limits, isOwn: false)
        : new ArchiveFile(await CopyAsync(input, limits, cancellationToken).ConfigureAwait(false), limits, isOwn: true);

    /// <exception cref="PassFormatException">It is no archive, or larger than the limits.</exception>
    public async ValueTask<ZipDirectory> ReadDirectoryAsync(CancellationToken cancellationToken)
    {
        var length = Math.Max(0, _stream.Length - _start);
        ArchiveBytes.RequireSize(length, _limits);
        var tail = (int)Math.Min(length, ZipEnd.SearchSize);
        var bytes = await ReadAsync(length - tail, tail, cancellationToken).ConfigureAwait(false);
        var end = ZipEnd.Find(bytes.Span, length - tail, _limits);
        return ZipDirectory.Read(await ReadAsync(end.DirectoryStart, end.DirectorySize, cancellationToken).ConfigureAwait(false), end);
    }

    /// <summary>The local header at a place, with its name and extra fields, as far as the archive goes.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadHeaderAsync(long offset, CancellationToken cancellationToken)
    {
        var header = await ReadAsync(offset, ZipRecords.LocalSize, cancellationToken).ConfigureAwait(false);
        var length = Math.Min(ZipLocal.Length(header.Span), _stream.Length - _start - offset);
        return await ReadAsync(offset, (int)length, cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="PassFormatException">The archive became shorter while it was read.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(long offset, int length, CancellationToken cancellationToken)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        _stream.Position = _start + offset;
        var read = await _stream.ReadAtLeastAsync(bytes, length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return read == length ? bytes : throw new PassFormatException("The archive became shorter while it was read.");
    }

    /// <summary>The temporary file is gone afterwards; a stream of the caller's stays open.</summary>
    public ValueTask DisposeAsync() => _isOwn ? _stream.DisposeAsync() : ValueTask.CompletedTask;

    private static async Task<FileStream> CopyAsync(Stream input, PassReadLimits limits, CancellationToken cancellationToken)
    {
        // This makes a file that nobody else may open; a pass is a private thing.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var part = new byte[64 * 1024];
            while (await input.ReadAsync(part, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                await file.WriteAsync(part.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                ArchiveBytes.RequireSize(file.Position, limits);
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

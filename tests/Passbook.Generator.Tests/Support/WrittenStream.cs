namespace Passbook.Generator.Tests.Support;

/// <summary>Can only be written to, and copies nothing of it.</summary>
internal sealed class WrittenStream : Stream
{
    private long _length;

    /// <summary>Each run of bytes as it was handed over, not what became of it since.</summary>
    public List<ReadOnlyMemory<byte>> Parts { get; } = [];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Parts.Add(buffer);
        _length += buffer.Length;
        return ValueTask.CompletedTask;
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is written to without waiting.");

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

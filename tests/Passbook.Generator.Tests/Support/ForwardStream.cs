namespace Passbook.Generator.Tests.Support;

/// <summary>Bytes as a network gives them: in small parts, once, and without saying how many there are.</summary>
internal sealed class ForwardStream(byte[] content) : Stream
{
    private const int Part = 777;

    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        var part = content.AsMemory(_position, Math.Min(Part, Math.Min(buffer.Length, content.Length - _position)));
        part.CopyTo(buffer);
        _position += part.Length;
        return part.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is read from without waiting.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;

namespace Wallet.Simulator.Apns.Http2;

/// <summary>Stands between Kestrel's HTTP/2 and TLS on the way out: forwards whole frames, leaves some out, adds our own between two.</summary>
/// <remarks>
/// Kestrel has no way to send a GOAWAY with a chosen last stream. A frame may only be added where another one ends,
/// so everything Kestrel writes passes through a pipe of ours and is cut at its frame headers. No header compression
/// is understood here and none is needed.
/// </remarks>
internal sealed class FramePump(PipeWriter target, StreamSettings settings, Silence silence)
{
    private readonly Pipe _pipe = new(new PipeOptions(useSynchronizationContext: false));
    private readonly ConcurrentQueue<byte[]> _injected = new();
    private int _lastStream = int.MaxValue;
    private int _lastAnswered = int.MaxValue;

    /// <summary>Where Kestrel writes instead of the connection.</summary>
    public PipeWriter Output => _pipe.Writer;

    /// <summary>The peer was told that streams above this one are not processed: their frames are left out.</summary>
    public int LastStream => Volatile.Read(ref _lastStream);

    /// <summary>Sends a frame as soon as the one under way has ended.</summary>
    public void Inject(byte[] frame)
    {
        _injected.Enqueue(frame);
        _pipe.Reader.CancelPendingRead();
    }

    /// <summary>Tells the peer how many streams it may have open from now on.</summary>
    public void TellLimit() => Inject(settings.Frame());

    /// <summary>Sends a GOAWAY and falls silent on the streams above its last one, or on all.</summary>
    public void GoAway(int lastStream, GoAway frame)
    {
        Volatile.Write(ref _lastStream, Math.Min(lastStream, LastStream));
        Volatile.Write(ref _lastAnswered, frame.AndSilence ? 0 : LastStream);
        Inject(GoAwayFrame.Bytes(LastStream, frame.ErrorCode, frame.Reason));
    }

    /// <summary>Neither sends nor reads anything more, but keeps the connection.</summary>
    public void FallSilent() => silence.Fall();

    /// <summary>Runs until Kestrel has written its last or the peer has gone.</summary>
    public async Task RunAsync()
    {
        try
        {
            if (settings.Delay is var late && late > TimeSpan.Zero) await Task.WhenAny(Task.Delay(late), silence.Over);
            while (await ForwardAsync())
            {
            }

            await _pipe.Reader.CompleteAsync();
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException or InvalidOperationException or ObjectDisposedException)
        {
            // The connection is gone; Kestrel learns it from its side of the pipe.
            await _pipe.Reader.CompleteAsync(broken);
        }
    }

    private async ValueTask<bool> ForwardAsync()
    {
        var read = await _pipe.Reader.ReadAsync();
        var rest = read.Buffer;
        while (FrameHeader.TryRead(rest, out var header) && rest.Length >= header.TotalLength)
        {
            if (header.Stream <= Volatile.Read(ref _lastAnswered)) Forward(header, rest.Slice(0, header.TotalLength));
            rest = rest.Slice(header.TotalLength);
        }

        _pipe.Reader.AdvanceTo(rest.Start, rest.End);
        while (_injected.TryDequeue(out var frame)) Send(frame);
        var flush = await target.FlushAsync();
        return !flush.IsCompleted && !read.IsCompleted;
    }

    private void Forward(FrameHeader header, in ReadOnlySequence<byte> frame)
    {
        if (header.IsSettings && settings.Limit != int.MaxValue)
        {
            Send(settings.Rewrite(frame));
            return;
        }

        foreach (var part in frame) Send(part.Span);
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        if (!silence.IsOn) target.Write(bytes);
    }
}

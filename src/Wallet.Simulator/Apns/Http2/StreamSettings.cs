using System.Buffers;
using System.Buffers.Binary;

namespace Wallet.Simulator.Apns.Http2;

/// <summary>What the server's SETTINGS (RFC 9113, 6.5) say about streams, and when. It may change while connections are open.</summary>
internal sealed class StreamSettings
{
    private const int EntrySize = 6;
    private const ushort MaxConcurrentStreams = 3;

    private int _limit = int.MaxValue;
    private long _delayTicks;

    /// <summary>How many streams a connection may have open; Kestrel's own number stands while it is <see cref="int.MaxValue"/>.</summary>
    public int Limit
    {
        get => Volatile.Read(ref _limit);
        set => Volatile.Write(ref _limit, value);
    }

    /// <summary>How late the SETTINGS of a new connection come, and everything after them.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _delayTicks));
        set => Interlocked.Exchange(ref _delayTicks, value.Ticks);
    }

    /// <summary>A frame that tells the limit of now.</summary>
    public byte[] Frame()
    {
        var header = new FrameHeader(EntrySize, FrameHeader.SettingsType, 0, 0);
        var frame = new byte[header.TotalLength];
        header.Write(frame);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(FrameHeader.Size), MaxConcurrentStreams);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(FrameHeader.Size + sizeof(ushort)), Limit);
        return frame;
    }

    /// <summary>Kestrel's SETTINGS with our number in place of its own.</summary>
    public byte[] Rewrite(in ReadOnlySequence<byte> frame)
    {
        var bytes = frame.ToArray();
        for (var entry = FrameHeader.Size; entry + EntrySize <= bytes.Length; entry += EntrySize)
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(entry)) == MaxConcurrentStreams)
                BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(entry + sizeof(ushort)), Limit);
        }

        return bytes;
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Wallet.Simulator.Apns.Http2;

/// <summary>The nine bytes before every HTTP/2 frame (RFC 9113, 4.1).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FrameHeader(int Length, byte Type, byte Flags, int Stream)
{
    public const int Size = 9;
    public const byte SettingsType = 4;
    public const byte GoAwayType = 7;

    private const byte Acknowledgement = 1;

    /// <summary>SETTINGS of the sender's own, not its nod to those of the peer.</summary>
    public bool IsSettings => Type == SettingsType && (Flags & Acknowledgement) == 0;

    public int TotalLength => Size + Length;

    public static bool TryRead(in ReadOnlySequence<byte> bytes, out FrameHeader header)
    {
        header = default;
        if (bytes.Length < Size) return false;
        Span<byte> head = stackalloc byte[Size];
        bytes.Slice(0, Size).CopyTo(head);
        header = new FrameHeader(
            (head[0] << 16) | (head[1] << 8) | head[2],
            head[3],
            head[4],
            BinaryPrimitives.ReadInt32BigEndian(head[5..]) & int.MaxValue);
        return true;
    }

    public void Write(Span<byte> target)
    {
        target[0] = (byte)(Length >> 16);
        target[1] = (byte)(Length >> 8);
        target[2] = (byte)Length;
        target[3] = Type;
        target[4] = Flags;
        BinaryPrimitives.WriteInt32BigEndian(target[5..], Stream);
    }
}

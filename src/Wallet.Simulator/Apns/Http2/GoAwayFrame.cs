using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Wallet.Simulator.Apns.Http2;

/// <summary>The bytes of a GOAWAY.</summary>
internal static class GoAwayFrame
{
    public static byte[] Bytes(int lastStream, int errorCode, string? reason)
    {
        var debug = reason is null ? [] : Encoding.UTF8.GetBytes($$"""{"reason":"{{JsonEncodedText.Encode(reason)}}"}""");
        var header = new FrameHeader(8 + debug.Length, FrameHeader.GoAwayType, 0, 0);
        var frame = new byte[header.TotalLength];
        header.Write(frame);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(FrameHeader.Size), lastStream);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(FrameHeader.Size + 4), errorCode);
        debug.CopyTo(frame, FrameHeader.Size + 8);
        return frame;
    }
}

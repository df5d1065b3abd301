using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.Benchmarks.Listing;

/// <summary>One kept HTTP/1.1 connection, as bare as can be: a request is one send, an answer of known length one receive.</summary>
internal sealed class KeptConnection : IDisposable
{
    private static readonly byte[] Ok = "HTTP/1.1 200 "u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
    private readonly byte[] _buffer = new byte[16 * 1024];

    public KeptConnection(Uri server) => _socket.Connect(new IPEndPoint(IPAddress.Loopback, server.Port));

    public void Send(byte[] request) => _socket.Send(request);

    /// <summary>Reads an answer of whatever length.</summary>
    /// <returns>All of it, to the last byte of its body.</returns>
    public string Read()
    {
        var length = 0;
        while (true)
        {
            length += Receive(length);
            var text = Encoding.Latin1.GetString(_buffer, 0, length);
            if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var end and > 0 && length >= end + 4 + ContentLength(text[..end]))
                return text;
        }
    }

    /// <summary>Takes an answer that must be a 200 of <paramref name="length"/> bytes.</summary>
    public void Take(int length)
    {
        var received = 0;
        while (received < length)
            received += Receive(received);
        if (received != length || !_buffer.AsSpan(0, Ok.Length).SequenceEqual(Ok))
            throw new InvalidOperationException("Another answer than expected: " + Encoding.Latin1.GetString(_buffer, 0, received));
    }

    public void Dispose() => _socket.Dispose();

    private int Receive(int at) =>
        _socket.Receive(_buffer.AsSpan(at)) is var count and > 0 ? count : throw new InvalidOperationException("The server closed the connection.");

    private static int ContentLength(string head)
    {
        const string Name = "\r\nContent-Length: ";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            throw new InvalidOperationException("The answer does not tell its length: " + head);
        var text = head.AsSpan(at + Name.Length);
        var end = text.IndexOf('\r');
        return int.Parse(end < 0 ? text : text[..end], CultureInfo.InvariantCulture);
    }
}

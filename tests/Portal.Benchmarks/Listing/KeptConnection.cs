using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.Benchmarks.Listing;

/// <summary>One kept HTTP/1.1 connection, as bare as can be: a request is one send, an answer of known length one receive.</summary>
internal sealed class KeptConnection : IDisposable
{
    // HTTP/1.1 200
    private const int StatusLine = 12;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
    private byte[] _buffer = new byte[16 * 1024];

    public KeptConnection(Uri server) => _socket.Connect(new IPEndPoint(IPAddress.Loopback, server.Port));

    public void Send(byte[] request) => _socket.Send(request);

    /// <summary>Reads an answer of whatever length.</summary>
    /// <returns>All of it, to the last byte of its body.</returns>
    public string Read()
    {
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length)
                Array.Resize(ref _buffer, 2 * length);
            length += Receive(length);
            var text = Encoding.Latin1.GetString(_buffer, 0, length);
            if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var end and > 0 && length >= end + 4 + ContentLength(text[..end]))
                return text;
        }
    }

    /// <summary>Takes an answer that must be as long as another one and have its status.</summary>
    public void Take(string like)
    {
        if (_buffer.Length < like.Length)
            _buffer = new byte[like.Length];
        var received = 0;
        while (received < like.Length)
            received += Receive(received);
        if (received != like.Length || !Ascii.Equals(_buffer.AsSpan(0, StatusLine), like.AsSpan(0, StatusLine)))
            throw new InvalidOperationException("Another answer than expected: " + Encoding.Latin1.GetString(_buffer, 0, received));
    }

    public void Dispose() => _socket.Dispose();

    private int Receive(int at) =>
        _socket.Receive(_buffer.AsSpan(at)) is var count and > 0 ? count : throw new InvalidOperationException("The server closed the connection.");

    private static int ContentLength(string head)
    {
        const string Name = "\r\nContent-Length: ";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0 && head.StartsWith("HTTP/1.1 304 ", StringComparison.Ordinal))
            return 0;
        if (at < 0)
            throw new InvalidOperationException("The answer does not tell its length: " + head);
        var text = head.AsSpan(at + Name.Length);
        var end = text.IndexOf('\r');
        return int.Parse(end < 0 ? text : text[..end], CultureInfo.InvariantCulture);
    }
}
